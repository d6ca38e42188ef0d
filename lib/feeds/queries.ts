import { unseal } from "../editions/digest.ts";
import { publicDb } from "../public-db.ts";
import { listCorrections } from "../corrections/queries.ts";
import { partyPath, topicPath } from "../publication/addresses.ts";
import { facetsOf } from "../publication/facets.ts";
import { findPartyPage, findTopicPage, partyRoles } from "../publication/pages.ts";
import { getPublicSettings, listPublications, publicAddress, toListed } from "../publication/queries.ts";
import { editionPath } from "../publication/rules.ts";
import type { Facet, ListedClaim } from "../publication/schema.ts";
import { entryOfClaim, entryOfCorrection, entryOfRetracted } from "./rules.ts";
import type { Feed, FeedEntry } from "./schema.ts";

/** How many entries a feed has at most: whoever looks in once a week misses nothing. */
const MOST = 50;

/** `of` is the path under which the feed is, `always` the one under which it always was and will be. */
async function feedOf(
  title: string,
  page: string,
  of: string,
  entries: Feed["entries"],
  always = of,
): Promise<Feed> {
  const { deskName } = await getPublicSettings();
  const self = publicAddress(`${of}/feed`);
  const id = publicAddress(`${always}/feed.xml`);
  return { id, title: `${title} · ${deskName}`, page: publicAddress(page), self, deskName, entries };
}

/** The newest fact-checks, each in its current edition; one that was retracted stays in it as that. */
export async function feedOfPublications(): Promise<Feed> {
  const [{ items }, retracted] = await Promise.all([listPublications(null, MOST), listRetracted()]);
  return feedOf("Fact-checks", "/", "", newest(await entriesOf(items), retracted));
}

/** The newest of the entries of fact-checks that stand and of those that were retracted. */
const newest = (standing: readonly FeedEntry[], retracted: readonly FeedEntry[]): FeedEntry[] =>
  [...standing, ...retracted].toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, MOST);

async function entriesOf(claims: readonly ListedClaim[]): Promise<FeedEntry[]> {
  const first = await firstPublished(claims);
  return claims.map((claim) => entryOfClaim(claim, first.get(claim.slug) ?? claim.publishedAt));
}

/**
 * The fact-checks that were retracted last and still are, with the reason; where `under` names facets, only those that would
 * be found by one of them. A retracted one has none, so that is asked of its document.
 */
async function listRetracted(under?: {
  facets: readonly Facet["facet"][];
  value: string;
}): Promise<FeedEntry[]> {
  const { items } = await listCorrections(null, MOST, "retraction");
  if (items.length === 0) return [];
  // The last reason of each, whatever was retracted and taken up again before.
  const reasons = new Map(items.toReversed().map(({ slug, reason }) => [slug, reason]));
  const rows = await publicDb.publication.findMany({
    where: { slug: { in: [...reasons.keys()] }, state: "retracted" },
    select: { card: true, document: under !== undefined },
  });
  const stoodUnder = (document: string) =>
    facetsOf({ ...unseal(document), retraction: null }).some(
      ({ facet, value }) => under?.facets.includes(facet) && value === under.value,
    );
  const wanted = under ? rows.filter(({ document }) => stoodUnder(document)) : rows;
  const claims = toListed(wanted, wanted.length).items;
  const first = await firstPublished(claims);
  return claims.map((claim) =>
    entryOfRetracted(claim, first.get(claim.slug) ?? claim.publishedAt, reasons.get(claim.slug) ?? ""),
  );
}

/** When each of these claims was first published, by its slug: ISO instants, UTC. */
async function firstPublished(claims: readonly ListedClaim[]): Promise<Map<string, string>> {
  if (claims.length === 0) return new Map();
  const rows = await publicDb.publication.findMany({
    where: { slug: { in: claims.map(({ slug }) => slug) } },
    select: { slug: true, firstPublishedAt: true },
  });
  return new Map(rows.map(({ slug, firstPublishedAt }) => [slug, firstPublishedAt.toISOString()]));
}

/** The newest changes of published fact-checks, retractions among them. */
export async function feedOfCorrections(): Promise<Feed> {
  const { items } = await listCorrections(null, MOST);
  const entries = items.map((correction) =>
    entryOfCorrection(correction, publicAddress(editionPath(correction.slug, correction.editionNumber))),
  );
  return feedOf("Corrections", "/corrections", "/corrections", entries);
}

/** The newest fact-checks in which a party stands or stood, in whatever role, each once; null for no party of ours. */
export async function findFeedOfParty(slug: string): Promise<Feed | null> {
  const party = await findPartyPage(slug, {}, MOST);
  if (!party) return null;
  const retracted = await listRetracted({ facets: partyRoles, value: party.key });
  const claims = new Map<string, ListedClaim>();
  for (const { items } of Object.values(party.lists)) for (const item of items) claims.set(item.slug, item);
  const path = partyPath(party.name, party.key);
  const entries = newest(await entriesOf([...claims.values()]), retracted);
  return feedOf(`Fact-checks with ${party.name}`, path, path, entries, partyPath("", party.key));
}

/** The newest fact-checks about a topic, those that were retracted as that; null for a topic that no published fact-check ever had. */
export async function findFeedOfTopic(slug: string): Promise<Feed | null> {
  const topic = await findTopicPage(slug, null, MOST);
  if (!topic) return null;
  const retracted = await listRetracted({ facets: ["topic"], value: slug });
  const path = topicPath(slug);
  const entries = newest(await entriesOf(topic.items), retracted);
  return feedOf(`Fact-checks about ${topic.name}`, path, path, entries);
}
