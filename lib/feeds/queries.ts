import { listCorrections } from "../corrections/queries.ts";
import { partyPath, topicPath } from "../publication/addresses.ts";
import { findPartyPage, findTopicPage } from "../publication/pages.ts";
import { getPublicSettings, listPublications, publicAddress } from "../publication/queries.ts";
import { editionPath } from "../publication/rules.ts";
import type { ListedClaim } from "../publication/schema.ts";
import { entryOfClaim, entryOfCorrection } from "./rules.ts";
import type { Feed } from "./schema.ts";

/** How many entries a feed has at most: whoever looks in once a week misses nothing. */
const MOST = 50;

async function feedOf(title: string, page: string, of: string, entries: Feed["entries"]): Promise<Feed> {
  const { deskName } = await getPublicSettings();
  const self = publicAddress(`${of}/feed`);
  return { title: `${title} · ${deskName}`, page: publicAddress(page), self, deskName, entries };
}

/** The newest fact-checks, each in its current edition. */
export async function feedOfPublications(): Promise<Feed> {
  const { items } = await listPublications(null, MOST);
  return feedOf("Fact-checks", "/", "", items.map(entryOfClaim));
}

/** The newest changes of published fact-checks, retractions among them. */
export async function feedOfCorrections(): Promise<Feed> {
  const { items } = await listCorrections(null, MOST);
  const entries = items.map((correction) =>
    entryOfCorrection(correction, publicAddress(editionPath(correction.slug, correction.editionNumber))),
  );
  return feedOf("Corrections", "/corrections", "/corrections", entries);
}

/** The newest fact-checks in which a party stands, in whatever role, each once; null for no party of ours. */
export async function findFeedOfParty(slug: string): Promise<Feed | null> {
  const party = await findPartyPage(slug, {}, MOST);
  if (!party) return null;
  const claims = new Map<string, ListedClaim>();
  for (const { items } of Object.values(party.lists)) for (const item of items) claims.set(item.slug, item);
  const newest = [...claims.values()].toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  const path = partyPath(party.name, party.key);
  return feedOf(`Fact-checks with ${party.name}`, path, path, newest.slice(0, MOST).map(entryOfClaim));
}

/** The newest fact-checks about a topic; null for a topic that no published fact-check ever had. */
export async function findFeedOfTopic(slug: string): Promise<Feed | null> {
  const topic = await findTopicPage(slug, null, MOST);
  if (!topic) return null;
  const path = topicPath(slug);
  return feedOf(`Fact-checks about ${topic.name}`, path, path, topic.items.map(entryOfClaim));
}
