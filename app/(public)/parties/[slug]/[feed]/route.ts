import { answerFeed } from "#lib/feeds/answer";
import { findFeedOfParty } from "#lib/feeds/queries";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string; feed: string }> },
): Promise<Response> {
  const { slug, feed } = await params;
  return answerFeed(await findFeedOfParty(slug), feed);
}
