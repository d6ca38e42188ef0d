import type { ReactNode } from "react";
import { ActionButton } from "#components/form/action-button";
import { SourceLine } from "#components/sources/source-line";
import { PageLink } from "#components/ui/page-link";
import { Text } from "#components/ui/text";
import { removeEvidenceAction } from "#lib/evidence/actions";
import type { EvidenceView } from "#lib/evidence/queries";
import { evidenceAnchor, evidenceKindNames, evidenceShowsNames } from "#lib/evidence/rules";

/**
 * One piece of evidence: what was quoted, seen or searched for, where it stands, and what it shows. `figures` stand under
 * it. Without `claimId` it cannot be removed.
 */
export function EvidenceItem({
  evidence,
  claimId,
  figures,
  anchored = false,
}: {
  evidence: EvidenceView;
  claimId?: string;
  figures?: ReactNode;
  /** Where the claim's page has its evidence: the checklist leads here. */
  anchored?: boolean;
}) {
  const marks = [
    evidence.kind !== "quote" && evidenceKindNames[evidence.kind],
    `Shows ${evidenceShowsNames[evidence.shows].toLowerCase()}`,
    evidence.conclusive && "settles it by itself",
    evidence.involved && "source involved in the conflict",
    evidence.independenceGroup && `goes back to ${evidence.independenceGroup}`,
  ].filter(Boolean);
  return (
    <li className="ev" {...(anchored && { id: evidenceAnchor(evidence.id), tabIndex: -1 })}>
      {evidence.observation !== null && <Text as="p">{evidence.observation}</Text>}
      {evidence.quote !== null && (
        <Text as="blockquote" lang={evidence.language}>
          “{evidence.quote}”
        </Text>
      )}
      {evidence.translation !== null && (
        <Text as="p" className="small">
          “{evidence.translation}” (translated by {evidence.translator})
        </Text>
      )}
      {evidence.quote === null && evidence.observation === null && (
        <p className="quiet">No quote yet: the checklist asks for it before review.</p>
      )}
      {figures}
      <footer className="row between">
        <span>
          <SourceLine source={evidence.source} locator={evidence.locator} />
          {evidence.snapshotId !== null && (
            <>
              {" "}
              · <PageLink href={`/desk/snapshots/${evidence.snapshotId}`}>from the copy</PageLink>
            </>
          )}
          <br />
          {marks.join(" · ")}
        </span>
        {claimId !== undefined && (
          <ActionButton
            action={removeEvidenceAction}
            input={{ claimId, evidenceId: evidence.id }}
            done={{ words: "Evidence removed." }}
            kind="ghost"
            small
            confirm={{
              title: "Remove this evidence?",
              body: "It leaves the claim; the history keeps what it was. The source stays with the desk.",
              label: "Remove evidence",
            }}
          >
            Remove
          </ActionButton>
        )}
      </footer>
    </li>
  );
}
