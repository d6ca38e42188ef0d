import type { ReactNode } from "react";
import { ClaimNumber } from "#components/claims/claim-number";
import { Text } from "#components/ui/text";

/** A claim in a list of what waits: its words, why it waits, and its number with what stands `beside` it. */
export function ClaimNote({
  claim,
  at = "",
  beside,
  children,
}: {
  claim: { number: number; wording: string; language: string };
  /** The part of its page to go to, such as "#comment". */
  at?: string;
  beside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="note">
      <Text as="div" className="w" lang={claim.language}>
        <a href={`/desk/claims/${claim.number}${at}`}>{claim.wording}</a>
      </Text>
      {children}
      <div className="row tiny">
        <span className="faint">
          <ClaimNumber number={claim.number} />
        </span>
        {beside}
      </div>
    </li>
  );
}
