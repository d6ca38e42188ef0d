import { answerFeed } from "#lib/feeds/answer";
import { feedOfPublications } from "#lib/feeds/queries";

export async function GET(): Promise<Response> {
  return answerFeed(await feedOfPublications(), "feed.xml");
}
