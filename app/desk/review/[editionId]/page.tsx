import { ReviewView } from "#components/editions/review-view";
import { DeskPage } from "#components/layout/desk-page";
import { publicNumber } from "#lib/claims/rules";
import { getEditionForReview } from "#lib/editions/queries";
import { idOf, load, requireMember } from "#lib/page";
import { viewDocument } from "#lib/publication/queries";
import { listSuggestionsFor } from "#lib/suggestions/queries";

export const metadata = { title: "Review" };

export default async function EditionPage({ params }: PageProps<"/desk/review/[editionId]">) {
  const { editionId } = await params;
  const actor = await requireMember(`/desk/review/${editionId}`);
  const edition = await load(getEditionForReview(actor, idOf(editionId)));
  const { id: claimId, number } = edition.document.claim;
  const suggestions = await listSuggestionsFor(actor, { claimId, number: edition.number });
  return (
    <DeskPage
      title={`Review ${publicNumber(number)}`}
      meta={`edition ${edition.number}`}
      trail={[
        { href: "/desk/review", label: "To review" },
        { href: `/desk/claims/${number}`, label: publicNumber(number) },
      ]}
      width="bleed"
    >
      <ReviewView
        actor={actor}
        edition={edition}
        suggestions={suggestions}
        view={await viewDocument(edition.document)}
      />
    </DeskPage>
  );
}
