"use client";

import { useEffect, useState } from "react";
import { callAction } from "#components/form/call-action";
import { findMeasuresAction } from "#lib/figures/actions";
import type { MeasureView } from "#lib/figures/queries";

export type MeasureSearch = { found: MeasureView[] | null; problem: string | null };

const none: MeasureSearch = { found: null, problem: null };

/** Measures for the words, asked for once typing pauses; an answer that comes after newer words is dropped. */
export function useMeasureSearch(words: string): MeasureSearch {
  const [answer, setAnswer] = useState<MeasureSearch & { words: string }>({ ...none, words: "" });
  const wanted = words.trim();
  useEffect(() => {
    if (wanted === "") return;
    let stale = false;
    const timer = setTimeout(() => {
      void callAction(findMeasuresAction, { words: wanted }).then((result) => {
        if (stale) return;
        setAnswer(
          result.ok
            ? { words: wanted, found: result.value, problem: null }
            : { words: wanted, found: null, problem: "The search did not work. Type again to repeat it." },
        );
      });
    }, 200);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [wanted]);
  return wanted === "" ? none : answer;
}
