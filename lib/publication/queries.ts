import { Prisma } from "#prisma/generated-readers/client";
import { publicDb } from "../public-db.ts";
import { unseal } from "../editions/digest.ts";
import { copiesOf } from "../editions/rules.ts";
import type { PublicDocument } from "../editions/schema.ts";
import { env } from "../env.ts";
import {
  articlePath,
  claimPath,
  copyPath,
  cursorOf,
  editionPath,
  isSlug,
  publicView,
  titled,
  wholeHistory,
} from "./rules.ts";
import type { CopyNow, Place, PublicNow } from "./rules.ts";
import { card, notice, publicScale } from "./schema.ts";
import type {
  ArticleView,
  Card,
  Listed,
  ListedClaim,
  PublicArticleDocument,
  PublicRating,
  PublicView,
  PublishedEditionFacts,
  WithheldNotice,
} from "./schema.ts";
import { listWithheld } from "./withheld.ts";

/** The absolute address of a path on this desk's public side. */
export const publicAddress = (path: string): string => new URL(path, env().ASSAY_URL).href;

export interface PublicSettingsView {
  deskName: string;
  /** BCP 47 */
  deskLanguage: string;
  sample: boolean;
  scale: PublicRating[];
}

/** The desk's name and language, whether all of it is sample data, and its live scale. */
export async function getPublicSettings(): Promise<PublicSettingsView> {
  const select = { deskName: true, deskLanguage: true, sample: true, scale: true } as const;
  const row = await publicDb.publicSettings.findUniqueOrThrow({ where: { id: 1 }, select });
  return { ...row, scale: publicScale.parse(row.scale) };
}

/**
 * The title of a readers' page, as Next takes it. Each page asks: a layout that did would put its head together in an order of
 * its own each time, and pages that are put together from their parts have to be the same to the byte.
 */
export async function titleOf(title: string): Promise<{ absolute: string }> {
  return { absolute: titled(title, (await getPublicSettings()).deskName) };
}

/**
 * A document as readers would see it now, for the desk: related claims in their current public words, or not at all. Its
 * copies lead to where the desk reads them, since readers cannot yet.
 */
export async function viewDocument(document: PublicDocument): Promise<PublicView> {
  const atDesk = (id: string) => [id, { path: `/desk/snapshots/${id}`, goneSince: null }] as const;
  return publicView(document, await relatedTo([document]), new Map(copiesOf(document).map(atDesk)));
}

/** The copies of these documents that readers can read now; asks nothing where there are none. */
async function copiesNow(documents: readonly PublicDocument[]): Promise<Map<string, CopyNow>> {
  const ids = documents.flatMap(copiesOf);
  if (ids.length === 0) return new Map();
  const rows = await publicDb.publicCopy.findMany({
    where: { snapshotId: { in: ids } },
    select: { snapshotId: true, goneSince: true },
  });
  return new Map(rows.map(({ snapshotId, goneSince }) => copyNow(snapshotId, goneSince)));
}

const copyNow = (id: string, goneSince: Date | null): [string, CopyNow] => [
  id,
  { path: copyPath(id), goneSince: goneSince?.toISOString() ?? null },
];

/** The claims that are public now among those that the documents relate to. */
async function relatedTo(documents: readonly PublicDocument[]): Promise<Map<string, PublicNow>> {
  const ids = new Set(documents.flatMap(({ relations }) => relations.map(({ claimId }) => claimId)));
  if (ids.size === 0) return new Map();
  const rows = await publicDb.publication.findMany({
    where: { claimId: { in: [...ids] }, state: "public" },
    select: { card: true },
  });
  return new Map(rows.map(({ card }) => nowOf(readCard(card))));
}

function nowOf({ claimId, ...card }: Card): [string, PublicNow] {
  const { number, slug, wording, language, claimant, rating, deskLanguage } = card;
  return [claimId, { number, slug, wording, language, claimant, rating, deskLanguage }];
}

export interface PublishedClaim {
  view: PublicView;
  edition: PublishedEditionFacts;
}

/** A publication with all that its page shows beside it. */
export interface WholeRow extends Row {
  claimId: string;
  deskName: string;
  /** Cards of the claims that it relates to and that are public now. */
  related: string[];
  /** Copies that it leads to and that readers can read now: their ids, and since when the original is gone. */
  copies: [string, string | null][];
  /** Whether an earlier edition is withheld, which is rare. */
  anyWithheld: boolean;
}

export const wholeRow = Prisma.sql`
  SELECT claim_id AS "claimId", slug, edition_number AS "editionNumber", state::text, document, digest, history,
    first_published_at AS "firstPublishedAt", published_at AS "publishedAt",
    (SELECT desk_name FROM public_settings WHERE id = 1) AS "deskName",
    ARRAY(SELECT card FROM publications r WHERE r.claim_id = ANY(p.related_ids) AND r.state = 'public') AS related,
    (SELECT coalesce(json_agg(json_build_array(snapshot_id, gone_since)), '[]') FROM public_copies
      WHERE snapshot_id = ANY(p.copy_ids)) AS copies,
    EXISTS (SELECT FROM withheld_editions w WHERE w.claim_id = p.claim_id) AS "anyWithheld"
  FROM publications p`;

/**
 * The current public page of a claim, also when it was retracted; null where none was ever public, and while it is withheld. In one statement:
 * every further one takes about a millisecond of the processor, most of it for the asking.
 */
export async function findPublishedClaim(slug: string): Promise<PublishedClaim | null> {
  if (!isSlug(slug)) return null;
  const [row] = await publicDb.$queryRaw<WholeRow[]>`${wholeRow} WHERE slug = ${slug}`;
  return row ? toPublished(row, row.anyWithheld ? await listWithheld(slug) : []) : null;
}

export function toPublished(row: WholeRow, withheld: WithheldNotice[]): PublishedClaim {
  const document = unseal(row.document);
  const related = new Map(row.related.map((card) => nowOf(readCard(card))));
  const since = (at: string | null) => (at === null ? null : new Date(at));
  const copies = new Map(row.copies.map(([id, gone]) => copyNow(id, since(gone))));
  const shown = { number: row.editionNumber, ...row };
  return {
    view: publicView(document, related, copies),
    edition: editionFacts(row, document, shown, row.deskName, withheld),
  };
}

/** One edition that was public at some time, and the number of the one that is public now. */
export async function findPublishedEdition(
  slug: string,
  number: string,
): Promise<(PublishedClaim & { currentNumber: number }) | null> {
  if (!isSlug(slug) || !/^[1-9]\d{0,8}$/.test(number)) return null;
  const [old, row] = await Promise.all([
    publicDb.publishedEdition.findUnique({
      where: { slug_number: { slug, number: Number(number) } },
      select: { number: true, document: true, digest: true, publishedAt: true },
    }),
    publicDb.publication.findUnique({ where: { slug }, select: publicationFields }),
  ]);
  return old && row && { ...(await published(row, old)), currentNumber: row.editionNumber };
}

/** What a published claim is made from. */
const publicationFields = {
  slug: true,
  editionNumber: true,
  state: true,
  document: true,
  digest: true,
  history: true,
  firstPublishedAt: true,
  publishedAt: true,
} as const;

type Row = Prisma.PublicationGetPayload<{ select: typeof publicationFields }>;

async function published(
  row: Row,
  shown: { number: number; document: string; digest: string; publishedAt: Date },
): Promise<PublishedClaim> {
  const current = unseal(row.document);
  const document = shown.number === row.editionNumber ? current : unseal(shown.document);
  const [related, copies, { deskName }, withheld] = await Promise.all([
    relatedTo([document]),
    copiesNow([document]),
    getPublicSettings(),
    listWithheld(row.slug),
  ]);
  return {
    view: publicView(document, related, copies),
    edition: editionFacts(row, current, shown, deskName, withheld),
  };
}

/** What stands around an edition: `current` is the document of the one that is public now, `shown` the one to be shown. */
function editionFacts(
  row: Row,
  current: PublicDocument,
  shown: { number: number; digest: string; publishedAt: Date },
  deskName: string,
  withheld: WithheldNotice[] = [],
): PublishedEditionFacts {
  const history = wholeHistory(notice.array().parse(row.history), {
    number: row.editionNumber,
    publishedAt: row.publishedAt.toISOString(),
    kind: current.retraction === null ? "publication" : "retraction",
    correctionClass: current.correction?.class ?? null,
    correctionReason: current.correction?.reason ?? null,
    rating: current.verdict.rating.name,
    grade: current.verdict.grade,
    finding: current.verdict.finding,
    deskLanguage: current.deskLanguage,
    figures: [],
  });
  return {
    number: shown.number,
    digest: shown.digest,
    publishedAt: shown.publishedAt.toISOString(),
    firstPublishedAt: row.firstPublishedAt.toISOString(),
    state: row.state === "retracted" ? "retracted" : "public",
    url: publicAddress(claimPath(row.slug)),
    editionUrl: publicAddress(editionPath(row.slug, shown.number)),
    deskName,
    history,
    withheld,
  };
}

/** A row of a list for readers, as SQL answers it: everything that the list shows, in one value. */
export interface ListRow {
  card: string;
}

/** What stands in a list, and where its next page begins; expects one row more than `limit` when there is one. */
export function toListed(rows: ListRow[], limit: number): Listed<ListedClaim> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => {
      const claim = listedCard.parse(JSON.parse(row.card));
      return { ...claim, url: publicAddress(claimPath(claim.slug)) };
    }),
    next: last === undefined ? null : placeOf(readCard(last.card)),
  };
}

const listedCard = card.omit({ claimId: true });
const placeOf = ({ publishedAt, claimId }: Card) => cursorOf(new Date(publishedAt), claimId);

const readCard = (text: string): Card => card.parse(JSON.parse(text));

/** "published before this place", for lists that run from the newest; true for the first page. */
export const before = (place: Place | null): Prisma.Sql =>
  place
    ? Prisma.sql`(published_at, claim_id) < (${place.at}::timestamptz, ${place.id}::uuid)`
    : Prisma.sql`true`;

/** The newest public claims; retracted ones are not among them. */
export async function listPublications(place: Place | null, limit = 20): Promise<Listed<ListedClaim>> {
  const rows = await publicDb.$queryRaw<ListRow[]>`
    SELECT card FROM publications WHERE state = 'public' AND ${before(place)}
    ORDER BY published_at DESC, claim_id DESC LIMIT ${limit + 1}`;
  return toListed(rows, limit);
}

/** The public page of an article: passages whose claims are or were public, with the claims' current words. */
export async function findPublicArticle(slug: string): Promise<(ArticleView & { address: string }) | null> {
  if (!isSlug(slug)) return null;
  const row = await publicDb.publicArticle.findUnique({ where: { slug }, select: { document: true } });
  if (!row) return null;
  const document = row.document as unknown as PublicArticleDocument;
  const cited = [...document.passages, ...(document.earlier ?? [])];
  const claims = await publicDb.publication.findMany({
    where: { claimId: { in: [...new Set(cited.map(({ claimId }) => claimId))] } },
    select: { card: true },
  });
  const byId = new Map(
    claims.map((row) => {
      const claim = readCard(row.card);
      const [id, now] = nowOf(claim);
      return [id, { ...now, retracted: claim.state === "retracted" }];
    }),
  );
  const withClaims = <P extends { claimId: string }>(list: readonly P[]) =>
    list.flatMap(({ claimId, ...passage }) => {
      const claim = byId.get(claimId);
      return claim ? [{ ...passage, claim }] : [];
    });
  const passages = withClaims(document.passages);
  passages.sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    ...document,
    passages,
    earlier: withClaims(document.earlier ?? []),
    address: publicAddress(articlePath(slug)),
  };
}
