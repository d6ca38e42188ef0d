"use client";

import { useEffect, useState } from "react";
import { callAction } from "#components/form/call-action";
import { findSourcesAction } from "#lib/sources/actions";
import type { SourceView } from "#lib/sources/queries";

export type SourceSearch = { found: SourceView[] | null; problem: string | null };

const none: SourceSearch = { found: null, problem: null };

/** Sources for the words, asked for once typing pauses; an answer that comes after newer words is dropped. */
export function useSourceSearch(words: string): SourceSearch {
  const [answer, setAnswer] = useState<SourceSearch & { words: string }>({ ...none, words: "" });
  const wanted = words.trim();
  useEffect(() => {
    if (wanted === "") return;
    let stale = false;
    const timer = setTimeout(() => {
      void callAction(findSourcesAction, { words: wanted }).then((result) => {
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
