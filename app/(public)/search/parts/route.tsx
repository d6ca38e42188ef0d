import { getPublicSettings } from "#lib/publication/queries";
import { parseCursor } from "#lib/publication/rules";
import { searchPublications } from "#lib/search/queries";
import { readQuestion } from "#lib/search/rules";
import { answerParts } from "#components/layout/page-parts";
import { SearchHead } from "#components/publication/search-head";
import { SearchResults } from "#components/publication/search-results";

export async function GET(request: Request): Promise<Response> {
  const sent = Object.fromEntries(new URL(request.url).searchParams);
  const place = sent.after === undefined ? null : parseCursor(sent.after);
  const question = readQuestion(sent);
  const [found, { deskName }] = await Promise.all([searchPublications(question, place), getPublicSettings()]);
  return answerParts(
    <SearchHead question={question} deskName={deskName} />,
    <SearchResults found={found} first={place === null} />,
  );
}
