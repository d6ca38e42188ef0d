import { SuggestButton } from "#components/suggestions/suggest-button";
import { SuggestionList } from "#components/suggestions/suggestion-list";
import { Card } from "#components/ui/card";
import type { EditionForReview } from "#lib/editions/queries";
import type { SuggestionView } from "#lib/suggestions/queries";
import { textOf } from "#lib/suggestions/rules";
import { suggestionFields } from "#lib/suggestions/schema";

/** What was suggested for the edition and those before it, and the way to suggest more; nothing where there is neither. */
export function SuggestionsOfReview({
  edition,
  suggestions,
}: {
  edition: EditionForReview;
  suggestions: readonly SuggestionView[];
}) {
  const { id, state, kind, mayReview, document } = edition;
  const maySuggest = state === "in_review" && kind === "publication" && mayReview;
  if (!maySuggest && suggestions.length === 0) return null;
  return (
    <Card eyebrow="Suggested words">
      {suggestions.length === 0 ? (
        <p className="small quiet">
          None yet. Better words for a text are a suggestion: those who made the edition take them over or
          not, and you can still approve what comes of it.
        </p>
      ) : (
        <SuggestionList suggestions={suggestions} draftIsOpen={false} />
      )}
      {maySuggest && (
        <div>
          <SuggestButton
            editionId={id}
            made={suggestions.map((suggestion) => suggestion.id).join(" ")}
            texts={suggestionFields.map((field) => ({ field, words: textOf(document, field) }))}
          />
        </div>
      )}
    </Card>
  );
}
