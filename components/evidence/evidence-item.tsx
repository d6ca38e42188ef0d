import { ActionButton } from "#components/form/action-button";
import { SourceLine } from "#components/sources/source-line";
import { Text } from "#components/ui/text";
import { removeEvidenceAction } from "#lib/evidence/actions";
import type { EvidenceView } from "#lib/evidence/queries";
import { evidenceShowsNames } from "#lib/evidence/rules";

/** One piece of evidence: the quote, where it stands, and what it shows. Without `claimId` it cannot be removed. */
export function EvidenceItem({ evidence, claimId }: { evidence: EvidenceView; claimId?: string }) {
  const marks = [
    `Shows ${evidenceShowsNames[evidence.shows].toLowerCase()}`,
    evidence.conclusive && "settles it by itself",
    evidence.involved && "source involved in the conflict",
    evidence.independenceGroup && `origin: ${evidence.independenceGroup}`,
  ].filter(Boolean);
  return (
    <li className="ev">
      <Text as="blockquote" lang={evidence.language}>
        {evidence.quote === null ? evidence.observation : `“${evidence.quote}”`}
      </Text>
      <footer className="row between">
        <span>
          <SourceLine source={evidence.source} locator={evidence.locator} />
          <br />
          {marks.join(" · ")}
        </span>
        {claimId !== undefined && (
          <ActionButton
            action={removeEvidenceAction}
            input={{ claimId, evidenceId: evidence.id }}
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
