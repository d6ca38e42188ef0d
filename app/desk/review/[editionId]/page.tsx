import { ReviewView } from "#components/editions/review-view";
import { DeskPage } from "#components/layout/desk-page";
import { publicNumber } from "#lib/claims/rules";
import { getEditionForReview } from "#lib/editions/queries";
import { idOf, load, requireMember } from "#lib/page";
import { viewDocument } from "#lib/publication/queries";

export const metadata = { title: "Review" };

export default async function EditionPage({ params }: PageProps<"/desk/review/[editionId]">) {
  const { editionId } = await params;
  const actor = await requireMember(`/desk/review/${editionId}`);
  const edition = await load(getEditionForReview(actor, idOf(editionId)));
  const { number } = edition.document.claim;
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
      <ReviewView actor={actor} edition={edition} view={await viewDocument(edition.document)} />
    </DeskPage>
  );
}
