"use client";

import { useMemo, type ReactNode } from "react";
import { ClaimCard } from "#components/claims/claim-card";
import type { MarkedPassage } from "#lib/claims/queries";

/** The claims of the article in the order of its text, a card each however many passages it has; `children` come first. */
export function ClaimRail({
  passages,
  members,
  active,
  onPoint,
  onFocusCard,
  children,
}: {
  passages: readonly MarkedPassage[];
  members: readonly { id: string; name: string }[];
  active: string | null;
  onPoint: (claimId: string | null) => void;
  onFocusCard: (claimId: string) => void;
  children: ReactNode;
}) {
  const claims = useMemo(
    () => [...new Map(passages.map(({ claim }) => [claim.id, claim])).values()],
    [passages],
  );
  return (
    // A region that scrolls must be reachable for those who scroll by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="rail" aria-label="Claims in this article" tabIndex={0}>
      {children}
      {claims.length === 0 ? (
        <p className="small quiet">
          No claims yet. Select the words in the text that make one, then press L or “Log claim”.
        </p>
      ) : (
        <ul className="cards">
          {claims.map((claim) => (
            <ClaimCard
              key={claim.id}
              {...{ claim, members, onPoint, onFocusCard }}
              on={claim.id === active}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
