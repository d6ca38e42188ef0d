"use client";

import { useEffect, useState } from "react";
import { useRouter } from "next/navigation";
import { ActionButton } from "#components/form/action-button";
import { lookNowAction } from "#lib/sources/actions";

/** How long somebody waits for a worker, in milliseconds. */
const patience = 60_000;

/** Asks for a look at the source's address, and reads the page again until there is an answer. */
export function LookNow({ sourceId, checkedAt }: { sourceId: string; checkedAt: string | null }) {
  const router = useRouter();
  const [asked, setAsked] = useState<{ at: number; before: string | null } | null>(null);
  const [isLate, setLate] = useState(false);
  const isWaiting = asked !== null && asked.before === checkedAt && !isLate;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => {
      if (Date.now() - asked.at > patience) setLate(true);
      else if (document.visibilityState === "visible") router.refresh();
    }, 1500);
    return () => clearInterval(timer);
  }, [asked, isWaiting, router]);
  if (isWaiting)
    return (
      <p className="row small" role="status">
        <progress aria-label="The address is looked at" /> Looking…
      </p>
    );
  return (
    <>
      <ActionButton
        action={async (input) => {
          const result = await lookNowAction(input);
          if (result.ok) {
            setLate(false);
            setAsked({ at: Date.now(), before: checkedAt });
          }
          return result;
        }}
        input={{ sourceId }}
        done={null}
        small
        pendingLabel="Asking…"
      >
        Look now
      </ActionButton>
      {isLate && (
        <p className="small quiet" role="status">
          No worker has looked yet. Reload the page later.
        </p>
      )}
    </>
  );
}
