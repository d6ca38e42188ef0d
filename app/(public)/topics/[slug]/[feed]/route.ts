import { answerFeed } from "#lib/feeds/answer";
import { findFeedOfTopic } from "#lib/feeds/queries";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string; feed: string }> },
): Promise<Response> {
  const { slug, feed } = await params;
  return answerFeed(await findFeedOfTopic(slug), feed);
}
