"use client";

import { useEffect, useState } from "react";
import { callAction, type Action } from "#components/form/call-action";

export type Search<T> = { found: T[] | null; problem: string | null };

/** No search takes more characters; what is pasted into its field by mistake is looked for by its beginning. */
const mostSearched = 200;

const none = { found: null, problem: null };

/** What an action finds for the words, asked once typing pauses; an answer that comes after newer words is dropped. */
export function useSearch<T>(action: Action<T[]>, words: string): Search<T> {
  const [answer, setAnswer] = useState<Search<T>>(none);
  const wanted = words.trim().slice(0, mostSearched);
  useEffect(() => {
    if (wanted === "") return;
    let stale = false;
    const timer = setTimeout(() => {
      void callAction(action, { words: wanted }).then((result) => {
        if (stale) return;
        setAnswer(
          result.ok
            ? { found: result.value, problem: null }
            : { found: null, problem: "The search did not work. Type again to repeat it." },
        );
      });
    }, 200);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [action, wanted]);
  return wanted === "" ? none : answer;
}
