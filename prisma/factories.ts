import { randomUUID } from "node:crypto";
import type pg from "pg";
import { seal, unseal } from "../lib/editions/digest.ts";
import { copiesOf } from "../lib/editions/rules.ts";
import { cardOf, editionCardOf, facetsOf } from "../lib/publication/facets.ts";
import { publicDocument, type EditionNotice, type PublicDocument } from "../lib/editions/schema.ts";

const english = { language: "en" } as const;

/** A whole and valid public document of a claim with this number; `change` replaces its parts. */
export function aDocument(number: number, change: Partial<PublicDocument> = {}): PublicDocument {
  return publicDocument.parse({
    format: 2,
    sample: false,
    claim: {
      id: randomUUID(),
      number,
      slug: `the-bridge-carried-forty-carts-c${number}`,
      wording: "The bridge carried forty carts on its first day",
      kind: "quantity",
      ...english,
    },
    claimant: { name: "The bridge company", kind: "organisation", description: null },
    saidOn: "1931-05-12",
    passages: [],
    verdict: {
      rating: {
        code: "false",
        name: "False",
        definition: "The evidence shows that the claim is wrong.",
        value: 1,
        hue: "false",
        glyph: "cross",
      },
      grade: "single_source",
      finding: "The toll book lists twelve carts for that day.",
      reasoning: "The toll book was kept by hand [1].",
      contradiction: "",
      search: "",
      scaleVersion: 1,
    },
    evidence: [
      {
        source: 1,
        stance: "refutes",
        shows: "so",
        quote: "Carts: twelve.",
        locator: "p. 4",
        independenceGroup: null,
        involved: false,
        conclusive: false,
        ...english,
      },
    ],
    positions: [],
    relations: [],
    sources: [
      {
        number: 1,
        kind: "document",
        title: "Toll book of the bridge",
        url: null,
        description: "Kept in the town archive.",
        publisher: null,
        publishedOn: "1931",
        ...english,
      },
    ],
    retraction: null,
    correction: null,
    ...change,
  });
}

/**
 * Publishes a document as its claim's next edition by plain SQL, along the whole path that the triggers guard: claim,
 * edition, review by a second person, public copies. `client` has the application's rights.
 */
export async function publishDocument(
  client: pg.Client,
  document: PublicDocument,
  publishedAt: Date = new Date(),
): Promise<{ number: number; digest: string }> {
  const { claim, correction } = document;
  const { text, digest } = seal(document);
  const [author, editor, editionId] = [
    await addMember(client, "checker"),
    await addMember(client, "editor"),
    randomUUID(),
  ];
  await client.query(
    `INSERT INTO claims (id, number, slug, wording, kind, language, idempotency_key, created_by_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING`,
    [claim.id, claim.number, claim.slug, claim.wording, claim.kind, claim.language, randomUUID(), author],
  );
  const { rows } = await client.query<{ history: EditionNotice[]; document: string }>(
    "SELECT history, document FROM publications WHERE claim_id = $1",
    [claim.id],
  );
  const earlier = rows[0]?.history ?? [];
  const before = rows[0] ? unseal(rows[0].document) : null;
  const number = earlier.length + 1;
  const notice = [correction?.class ?? null, correction?.reason ?? null];
  await client.query(
    `INSERT INTO editions (id, claim_id, number, kind, document, digest, contributors, correction_class,
       correction_reason, audit_through, submitted_by_id) VALUES ($1, $2, $3, $4, $5, $6, ARRAY[$7::uuid], $8, $9, 0, $7::uuid)`,
    [editionId, claim.id, number, kindOf(document), text, digest, author, ...notice],
  );
  await client.query(
    "INSERT INTO reviews (id, edition_id, reviewer_id, decision) VALUES ($1, $2, $3, 'approved')",
    [randomUUID(), editionId, editor],
  );
  await client.query("UPDATE editions SET state = 'approved' WHERE id = $1", [editionId]);
  await client.query("UPDATE editions SET state = 'published', published_at = $2 WHERE id = $1", [
    editionId,
    publishedAt,
  ]);
  const publishing = { editionId, number, publishedAt, document };
  await addPublishedEdition(client, publishing, before);
  await addPublication(client, publishing, [...earlier, noticeOf(publishing)]);
  return { number, digest };
}

interface Publishing {
  editionId: string;
  number: number;
  publishedAt: Date;
  document: PublicDocument;
}

/** What the history of a page says of this edition. */
export const noticeOf = ({ number, publishedAt, document }: Publishing): EditionNotice => ({
  number,
  publishedAt: publishedAt.toISOString(),
  kind: kindOf(document),
  correctionClass: document.correction?.class ?? null,
  correctionReason: document.correction?.reason ?? null,
  rating: document.verdict.rating.name,
  grade: document.verdict.grade,
  finding: document.verdict.finding,
  deskLanguage: document.deskLanguage,
  figures: [],
});

const kindOf = ({ retraction }: PublicDocument) => (retraction === null ? "publication" : "retraction");
const stateOf = ({ retraction }: PublicDocument) => (retraction === null ? "public" : "retracted");

/** The row of a published edition; `before` is the document that readers saw before it, `more` what its card says beside. */
export async function addPublishedEdition(
  client: pg.Client,
  { editionId, number, publishedAt, document }: Publishing,
  before: PublicDocument | null,
  more: object = {},
): Promise<void> {
  const { claim, correction } = document;
  const { text, digest } = seal(document);
  const at = { editionNumber: number, publishedAt: publishedAt.toISOString() };
  await client.query(
    `INSERT INTO published_editions (edition_id, claim_id, slug, number, kind, document, digest, title, correction_class,
       correction_reason, published_at, card) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      editionId,
      claim.id,
      claim.slug,
      number,
      kindOf(document),
      text,
      digest,
      claim.wording,
      correction?.class ?? null,
      correction?.reason ?? null,
      publishedAt,
      JSON.stringify({ ...editionCardOf(document, { editionId, ...at }, before), ...more }),
    ],
  );
}

/** The row of a publication, or its present one in place of the one before. */
export async function addPublication(
  client: pg.Client,
  { editionId, number, publishedAt, document }: Publishing,
  history: EditionNotice[],
): Promise<void> {
  const { claim, verdict } = document;
  const { text, digest } = seal(document);
  const at = { editionNumber: number, publishedAt: publishedAt.toISOString() };
  const words = [`C-${claim.number}`, claim.wording, document.claimant?.name, verdict.finding].join("\n");
  await client.query(
    `INSERT INTO publications (claim_id, slug, edition_id, edition_number, state, document, digest, history, rating_code,
       kind, language, title, search_text, first_published_at, published_at, number, card, facets, related_ids, copy_ids)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15, $16, $17, $18, $19)
     ON CONFLICT (claim_id) DO UPDATE SET edition_id = $3, edition_number = $4, state = $5, document = $6, digest = $7,
       history = $8, rating_code = $9, title = $12, search_text = $13, published_at = $14, card = $16, facets = $17, related_ids = $18, copy_ids = $19`,
    [
      claim.id,
      claim.slug,
      editionId,
      number,
      stateOf(document),
      text,
      digest,
      JSON.stringify(history),
      verdict.rating.code,
      claim.kind,
      claim.language,
      claim.wording,
      words,
      publishedAt,
      claim.number,
      JSON.stringify(cardOf(document, { state: stateOf(document), ...at })),
      JSON.stringify(facetsOf(document)),
      [...new Set(document.relations.map(({ claimId }) => claimId))],
      copiesOf(document),
    ],
  );
}

async function addMember(client: pg.Client, role: "checker" | "editor"): Promise<string> {
  const id = randomUUID();
  await client.query(
    "INSERT INTO users (id, email, name, role, password_hash) VALUES ($1, $2, 'A person', $3, 'x')",
    [id, `${id}@example.org`, role],
  );
  return id;
}
