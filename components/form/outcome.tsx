"use client";

import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { usePathname } from "next/navigation";
import { PageLink } from "#components/ui/page-link";
import { publicNumber } from "#lib/claims/rules";
import "./outcome.css";

/** A sentence on what was just done: of the claim of that number it begins with the way to it, "C-1042" + `words`. */
export type Outcome = { claim?: number; words: string };

interface Outcomes {
  /** Says it on the page at `path`, this one by default, until that page is left or something else is done. */
  say: (outcome: Outcome, path?: string) => void;
  hush: () => void;
}

const OutcomeContext = createContext<Outcomes>({
  say() {
    throw new Error("Outcomes are said inside of OutcomeProvider alone.");
  },
  // Where nothing can be said there is nothing to take back: forms stand outside of the desk too.
  hush: () => undefined,
});

/** For what takes its own button or form away when it is done, and so has no place of its own to say it. */
export const useOutcome = (): Outcomes => useContext(OutcomeContext);

/** Says outcomes after its children, across pages. Call `say` together with the navigation, in one transition. */
export function OutcomeProvider({ children }: { children: ReactNode }) {
  const here = usePathname();
  const [said, setSaid] = useState<{ outcome: Outcome; path: string } | null>(null);
  const seen = useRef(false);
  const outcomes = useMemo<Outcomes>(
    () => ({
      say(outcome, path = here) {
        seen.current = false;
        setSaid({ outcome, path });
      },
      hush: () => setSaid(null),
    }),
    [here],
  );
  useEffect(() => {
    if (said === null) return;
    // It may be said a moment before its page is there.
    if (said.path === here) seen.current = true;
    else if (seen.current) setSaid(null);
  }, [said, here]);
  return (
    <OutcomeContext value={outcomes}>
      {children}
      <p className="live alert done outcome" role="status">
        {said !== null && said.path === here && <Sentence outcome={said.outcome} />}
      </p>
    </OutcomeContext>
  );
}

function Sentence({ outcome: { claim, words } }: { outcome: Outcome }) {
  if (claim === undefined) return words;
  return (
    <>
      <PageLink href={`/desk/claims/${claim}`}>{publicNumber(claim)}</PageLink> {words}
    </>
  );
}
