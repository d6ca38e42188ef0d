"use client";

import { createContext, useContext } from "react";

/** A sentence on what was just done: of the claim of that number it begins with the way to it, "C-1042" + `words`. */
export type Outcome = { claim?: number; words: string };

export interface Outcomes {
  /** Says it on the page at `path`, this one by default, until that page is left or something else is done. */
  say: (outcome: Outcome, path?: string) => void;
  hush: () => void;
}

/** `OutcomePlace` of the layout is where they are said: what a claim is called, forms do not know. */
export const OutcomeContext = createContext<Outcomes>({
  say() {
    throw new Error("Outcomes are said inside of OutcomePlace alone.");
  },
  // Where nothing can be said there is nothing to take back: forms stand outside of the desk too.
  hush: () => undefined,
});

/** For what takes its own button or form away when it is done, and so has no place of its own to say it. */
export const useOutcome = (): Outcomes => useContext(OutcomeContext);
