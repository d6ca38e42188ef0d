"use client";

import { memo, useRef, useState } from "react";
import { useRouter } from "next/navigation";
import { ClaimNumber } from "#components/claims/claim-number";
import { Avatar } from "#components/ui/avatar";
import { Button } from "#components/ui/button";
import { RatingMark, hueClass } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";
import { AssignForm } from "#components/claims/assign-form";
import { StagePill } from "#components/claims/stage-pill";
import type { MarkedPassage } from "#lib/claims/queries";
import { publicNumber } from "#lib/claims/rules";

/** The element id of a claim's card, for the way from a passage to its claim. */
export const cardId = (claimId: string): string => `claim-${claimId}`;

/** A claim in the rail beside its article; pointing at it or focusing it is told by `onPoint` and `onLeave`. */
export const ClaimCard = memo(function ClaimCard({
  claim,
  disputedBy,
  members,
  on,
  onPoint,
  onFocusCard,
}: {
  claim: MarkedPassage["claim"];
  /** How many parties, claims and pieces of evidence stand against it. */
  disputedBy: number;
  members: readonly { id: string; name: string }[];
  on: boolean;
  onPoint: (claimId: string | null) => void;
  onFocusCard: (claimId: string) => void;
}) {
  const router = useRouter();
  const toggle = useRef<HTMLButtonElement>(null);
  const [assigning, setAssigning] = useState(false);
  const number = publicNumber(claim.number);
  return (
    <li
      id={cardId(claim.id)}
      className={["note", hueClass(claim.rating?.hue ?? "none"), on && "on"].filter(Boolean).join(" ")}
      onPointerEnter={() => onPoint(claim.id)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onFocusCard(claim.id)}
    >
      <Text as="div" className="w" lang={claim.language}>
        <a href={`/desk/claims/${claim.number}`}>{claim.wording}</a>
      </Text>
      <div className="row tiny">
        <span className="faint">
          <ClaimNumber number={claim.number} />
        </span>
        {claim.rating && (
          <RatingMark
            word={claim.rating.name}
            hue={claim.rating.hue}
            glyph={claim.rating.glyph}
            size="chip"
          />
        )}
        <StagePill claim={claim} />
        {disputedBy > 0 && (
          <a className="quiet" href={`/desk/claims/${claim.number}#disputed-by`}>
            disputed by {disputedBy}
          </a>
        )}
        {claim.assignee && <Avatar name={claim.assignee.name} />}
        <Button
          ref={toggle}
          kind="link"
          small
          aria-expanded={assigning}
          aria-label={`${claim.assignee ? "Reassign" : "Assign"} ${number}`}
          onClick={() => setAssigning(!assigning)}
        >
          {claim.assignee ? "Reassign" : "Assign"}
        </Button>
      </div>
      {assigning && (
        <AssignForm
          claim={claim}
          members={members}
          onDone={() => {
            toggle.current?.focus();
            setAssigning(false);
            router.refresh();
          }}
        />
      )}
    </li>
  );
});
