import { ReviewQueue } from "#components/editions/review-queue";
import { DeskPage } from "#components/layout/desk-page";
import { listReviewQueue } from "#lib/editions/queries";
import { requireMember } from "#lib/page";

export const metadata = { title: "To review" };

export default async function ReviewPage() {
  const actor = await requireMember("/desk/review");
  const { entries, total } = await listReviewQueue(actor);
  const meta = total > entries.length ? `the oldest ${entries.length} of ${total}` : "oldest first";
  return (
    <DeskPage title="To review" meta={meta} width="bleed">
      <ReviewQueue entries={entries} />
    </DeskPage>
  );
}
