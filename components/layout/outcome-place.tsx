"use client";

import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { usePathname } from "next/navigation";
import { X } from "lucide-react";
import { ClaimNumber } from "#components/claims/claim-number";
import { OutcomeContext, type Outcome, type Outcomes } from "#components/form/outcome";
import { PageLink } from "#components/ui/page-link";
import { useKeptFocus } from "#components/ui/use-kept-focus";
import "./outcome-place.css";

/** Says outcomes after its children, across pages, until one is dismissed or something else is done. Call `say` together with the navigation, in one transition. */
export function OutcomePlace({ children }: { children: ReactNode }) {
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
  const shown = said !== null && said.path === here ? said.outcome : null;
  return (
    <OutcomeContext value={outcomes}>
      {children}
      <div className={shown ? "alert done outcome" : undefined}>
        <p className="live" role="status">
          {shown && <Sentence outcome={shown} />}
        </p>
        {shown && <Dismiss onClick={() => setSaid(null)} />}
      </div>
    </OutcomeContext>
  );
}

function Dismiss({ onClick }: { onClick: () => void }) {
  const ref = useKeptFocus();
  return (
    <button ref={ref} type="button" className="btn ghost icon-btn" aria-label="Dismiss" onClick={onClick}>
      <X size={18} aria-hidden="true" />
    </button>
  );
}

function Sentence({ outcome: { claim, words } }: { outcome: Outcome }) {
  if (claim === undefined) return words;
  return (
    <>
      <PageLink href={`/desk/claims/${claim}`}>
        <ClaimNumber number={claim} />
      </PageLink>{" "}
      {words}
    </>
  );
}
