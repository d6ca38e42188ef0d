import { ClaimNumber } from "#components/claims/claim-number";
import { PageLink } from "#components/ui/page-link";
import { ActionButton } from "#components/form/action-button";
import { Text } from "#components/ui/text";
import { publicNumber, standingWords } from "#lib/claims/rules";
import { unrelateClaimsAction } from "#lib/disputes/actions";
import type { RelationView } from "#lib/disputes/queries";
import { relationAnchor, relationNames } from "#lib/disputes/rules";

/** How this claim stands to another, and why. Without `claimId` it cannot be removed. */
export function RelationItem({ relation, claimId }: { relation: RelationView; claimId?: string }) {
  const { kind, direction, reason, other } = relation;
  return (
    <li className="ev" id={relationAnchor(relation.id)} tabIndex={-1}>
      <p>
        This claim {relationNames[kind][direction]}{" "}
        <PageLink href={`/desk/claims/${other.number}`}>
          <ClaimNumber number={other.number} />
        </PageLink>
        :{" "}
        <Text className="serif" lang={other.language}>
          {other.wording}
        </Text>
      </p>
      <footer className="row between">
        <span>
          {standingWords(other)} · <Text>{reason}</Text>
        </span>
        {claimId !== undefined && (
          <ActionButton
            action={unrelateClaimsAction}
            input={{ claimId, relationId: relation.id }}
            done={{ words: "Relation removed." }}
            kind="ghost"
            small
            confirm={{
              title: `Remove the relation to ${publicNumber(other.number)}?`,
              body: "It leaves both claims; the history of both keeps what it was.",
              label: "Remove relation",
            }}
          >
            Remove
          </ActionButton>
        )}
      </footer>
    </li>
  );
}
