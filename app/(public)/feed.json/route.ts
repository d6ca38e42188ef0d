import { answerFeed } from "#lib/feeds/answer";
import { feedOfPublications } from "#lib/feeds/queries";

// Made from what is published now, never at build time.
export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return answerFeed(await feedOfPublications(), "feed.json");
}
