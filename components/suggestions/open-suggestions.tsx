import { SuggestionList } from "#components/suggestions/suggestion-list";
import { Card } from "#components/ui/card";
import type { Member } from "#lib/auth/schema";
import { isDraftOpen } from "#lib/claims/rules";
import type { Stage } from "#lib/claims/schema";
import { listOpenSuggestions } from "#lib/suggestions/queries";

/** What reviewers suggested for a claim and nobody has decided, above its draft; nothing where there is none. */
export async function OpenSuggestions({
  actor,
  claim,
}: {
  actor: Member;
  claim: { id: string; stage: Stage };
}) {
  const suggestions = await listOpenSuggestions(actor, claim.id);
  if (suggestions.length === 0) return null;
  const draftIsOpen = isDraftOpen(claim.stage);
  return (
    <div className="suggested-words">
      <Card title="Suggested words">
        <p className="small quiet">
          {draftIsOpen
            ? "Whoever takes words over makes them theirs. Taken over, they stand in the draft of the verdict."
            : "Words are taken over once the draft is open again: sent back, or withdrawn from review."}
        </p>
        <SuggestionList suggestions={suggestions} draftIsOpen={draftIsOpen} />
      </Card>
    </div>
  );
}
