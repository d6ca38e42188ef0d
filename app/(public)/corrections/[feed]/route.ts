import { answerFeed } from "#lib/feeds/answer";
import { feedOfCorrections } from "#lib/feeds/queries";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ feed: string }> },
): Promise<Response> {
  return answerFeed(await feedOfCorrections(), (await params).feed);
}
