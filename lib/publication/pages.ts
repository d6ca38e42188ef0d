import { publicDb } from "../public-db.ts";
import { unseal } from "../editions/digest.ts";
import { isId } from "../word-search.ts";
import { measureParts, type MeasureParts, type PublicFigure } from "../figures/schema.ts";
import type { PartyKind } from "../parties/schema.ts";
import { keyIn, slugOf } from "./addresses.ts";
import { figuresOf, type GivenFigure } from "./facts.ts";
import { readPostings } from "./postings.ts";
import { getPublicSettings, publicAddress, toListed, type ListRow } from "./queries.ts";
import { copyPath, isSlug, parseCursor, publicView, type Place } from "./rules.ts";
import type { Facet, Listed, ListedClaim, PublicRating } from "./schema.ts";

/** The roles in which a party stands in fact-checks, each with a list on its page. */
export const partyRoles = ["party", "disputes", "quoted"] as const;
export type PartyRole = (typeof partyRoles)[number];

export interface PartyPage {
  key: string;
  /** Of its address now; an older one leads here. */
  slug: string;
  name: string;
  kind: PartyKind;
  description: string | null;
  speaksFor: string | null;
  /** In which the desk writes now, for what stands in no edition; BCP 47. */
  deskLanguage: string;
  /** How many public fact-checks of its claims have each rating, in the order of the scale; the live scale has the marks. */
  ratings: { name: string; mark: PublicRating | null; claims: number }[];
  /** How many fact-checks it stands in, and a page of them. */
  lists: Record<PartyRole, Listed<ListedClaim> & { claims: number }>;
}

/** The place that a query parameter of an address names; null for none, and for a broken one. */
export const placeIn = (sent: string | string[] | undefined): Place | null =>
  typeof sent === "string" ? parseCursor(sent) : null;

interface Named {
  slug: string;
  name: string;
  about: Record<string, string | null>;
  claims: Map<string, number>;
}

/** What was published last of a party or a measure under any of its facets; null where no edition ever named it. */
async function findNamed(facets: readonly Facet["facet"][], key: string): Promise<Named | null> {
  const rows = await publicDb.publicFacet.findMany({
    where: { facet: { in: [...facets] }, value: key },
    orderBy: { namedAt: "desc" },
    select: { facet: true, label: true, about: true, claims: true },
  });
  const [last] = rows;
  if (!last) return null;
  return {
    slug: slugOf(last.label, key),
    name: last.label,
    about: last.about as Named["about"],
    claims: new Map(rows.map(({ facet, claims }) => [facet, claims])),
  };
}

/** A party with the fact-checks of its claims, those of what it disputed, and those that quote it otherwise. */
export async function findPartyPage(
  slug: string,
  places: Partial<Record<PartyRole, Place | null>> = {},
  limit = 20,
): Promise<PartyPage | null> {
  const key = keyIn(slug);
  const party = key === null ? null : await findNamed(partyRoles, key);
  if (key === null || party === null) return null;
  const read = async (role: PartyRole) => {
    const { rows } = await readPostings({ facet: role, value: key, place: places[role] ?? null, limit });
    return { ...toListed(rows, limit), claims: party.claims.get(role) ?? 0 };
  };
  const settings = await getPublicSettings();
  const [ratings, made, disputes, quoted] = await Promise.all([
    readRatings(key, settings.scale),
    read("party"),
    read("disputes"),
    read("quoted"),
  ]);
  const { kind, description = null, speaksFor = null } = party.about;
  return {
    key,
    slug: party.slug,
    name: party.name,
    kind: kind as PartyKind,
    description,
    speaksFor,
    deskLanguage: settings.deskLanguage,
    ratings,
    lists: { party: made, disputes, quoted },
  };
}

async function readRatings(key: string, scale: readonly PublicRating[]): Promise<PartyPage["ratings"]> {
  const rows = await publicDb.publicFacet.findMany({
    where: { facet: `rated:${key}`, claims: { gt: 0 } },
    select: { value: true, label: true, claims: true },
  });
  const codes = scale.map(({ code }) => code);
  // What the scale does not have any more stands last.
  const rank = (code: string) => (codes.includes(code) ? codes.indexOf(code) : codes.length);
  return rows
    .toSorted((a, b) => rank(a.value) - rank(b.value))
    .map(({ value, label, claims }) => ({
      name: label,
      mark: scale.find(({ code }) => code === value) ?? null,
      claims,
    }));
}

/** A figure of the measure, with who gives it and the claim whose fact-check has it. */
export interface MeasuredFigure extends GivenFigure {
  claim: ListedClaim;
}

export interface MeasurePage {
  key: string;
  slug: string;
  name: string;
  parts: MeasureParts;
  /** In which the desk writes now; BCP 47. */
  deskLanguage: string;
  claims: number;
  /** In the order of the fact-checks, newest first, and in each as it stands there; never sorted by value. */
  figures: MeasuredFigure[];
  next: string | null;
}

/** A measure with the figures that public fact-checks have in it, and in no other. */
export async function findMeasurePage(
  slug: string,
  place: Place | null,
  limit = 20,
): Promise<MeasurePage | null> {
  const key = keyIn(slug);
  const measure = key === null ? null : await findNamed(["measure"], key);
  if (key === null || measure === null) return null;
  const { rows } = await readPostings({ facet: "measure", value: key, place, limit });
  const { items, next } = toListed(rows, limit);
  const documents = await publicDb.publication.findMany({
    where: { slug: { in: items.map((item) => item.slug) } },
    select: { slug: true, document: true },
  });
  const isOne = (figure: PublicFigure) => figure.measure.id === measure.about.id;
  const figures = items.flatMap((claim) => {
    const text = documents.find((row) => row.slug === claim.slug)?.document;
    if (text === undefined) return [];
    return figuresOf(publicView(unseal(text), new Map()))
      .filter(isOne)
      .map((figure) => ({ ...figure, claim }));
  });
  const claims = measure.claims.get("measure") ?? 0;
  const parts = measureParts.parse(measure.about);
  const { slug: now, name } = measure;
  const { deskLanguage } = await getPublicSettings();
  return { key, slug: now, name, parts, deskLanguage, claims, figures, next };
}

export interface PublicTopic {
  slug: string;
  name: string;
  claims: number;
}

export interface TopicPage extends PublicTopic, Listed<ListedClaim> {
  /** In which the desk writes now; BCP 47. */
  deskLanguage: string;
}

/** A topic with the fact-checks about it, newest first; null for one that no published fact-check ever had. */
export async function findTopicPage(
  slug: string,
  place: Place | null,
  limit = 20,
): Promise<TopicPage | null> {
  const [topic] = isSlug(slug) ? await listTopics({ slug }) : [];
  if (!topic) return null;
  const { rows } = await readPostings({ facet: "topic", value: slug, place, limit });
  const { deskLanguage } = await getPublicSettings();
  return { ...topic, deskLanguage, ...toListed(rows, limit) };
}

/** The topics that most public fact-checks have, or the one of an address; that one may have none any more. */
export async function listTopics({ slug, limit = 20 }: { slug?: string; limit?: number } = {}): Promise<
  PublicTopic[]
> {
  const rows = await publicDb.publicFacet.findMany({
    where: { facet: "topic", ...(slug === undefined ? { claims: { gt: 0 } } : { value: slug }) },
    orderBy: [{ claims: "desc" }, { value: "asc" }],
    take: limit,
    select: { value: true, label: true, claims: true },
  });
  return rows.map(({ value, label, claims }) => ({ slug: value, name: label, claims }));
}

/** What readers may see of a copy of a source. */
export interface CopyPage {
  snapshotId: string;
  address: string;
  deskName: string;
  title: string;
  url: string | null;
  /** BCP 47 */
  language: string;
  capturedAt: Date;
  sha256: string;
  textSha256: string;
  text: string;
  stampedAt: Date | null;
  goneSince: Date | null;
  /** The public and the retracted fact-checks that lead to it, newest first, at most `limit`; there is no further page. */
  claims: Listed<ListedClaim>;
}

/** A copy with the fact-checks that rest on it; null for one that was never published, or is no longer. */
export async function findCopyPage(snapshotId: string, limit = 50): Promise<CopyPage | null> {
  if (!isId(snapshotId)) return null;
  const copy = await publicDb.publicCopy.findUnique({ where: { snapshotId } });
  if (!copy) return null;
  const [{ deskName }, rows] = await Promise.all([
    getPublicSettings(),
    publicDb.$queryRaw<ListRow[]>`
      SELECT card FROM publications WHERE copy_ids @> ARRAY[${snapshotId}::uuid] ORDER BY published_at DESC, claim_id DESC LIMIT ${limit + 1}`,
  ]);
  const address = publicAddress(copyPath(snapshotId));
  return { ...copy, address, deskName, claims: toListed(rows, limit) };
}

/** The text of a copy, as it was hashed; null for one that is not public. */
export async function findCopyText(snapshotId: string): Promise<string | null> {
  if (!isId(snapshotId)) return null;
  const copy = await publicDb.publicCopy.findUnique({ where: { snapshotId }, select: { text: true } });
  return copy?.text ?? null;
}
