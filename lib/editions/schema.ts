import { z } from "zod";
import { claimKind } from "../claims/schema.ts";
import { positionStance, relationKind } from "../disputes/schema.ts";
import { placePrecision } from "../events/schema.ts";
import { evidenceKind, evidenceShows, evidenceStance } from "../evidence/schema.ts";
import { publicFigure } from "../figures/schema.ts";
import { partyKind } from "../parties/schema.ts";
import { optionalText, text } from "../text.ts";
import { sourceKind } from "../sources/schema.ts";
import { commentOutcome } from "../verdicts/schema.ts";

const date = z.string().nullable();
const words = z.string().nullable().default(null);
const party = z.object({
  /** Whose page this is among readers; null in editions from before parties had one. */
  id: z.uuid().nullable().default(null),
  name: z.string(),
  kind: partyKind,
  description: z.string().nullable(),
  /** Whose words these are, where the party speaks for another. */
  speaksFor: words,
  /** In the conflict of the claim's event; null where the desk has not said. */
  involved: z.boolean().nullable().default(null),
});

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The copy of a source that readers are led to. */
const copy = z.object({
  snapshotId: z.uuid(),
  /** ISO instant, UTC */
  capturedAt: z.iso.datetime(),
  /** Lower-case hex SHA-256 of the bytes as they came, and of the text that was read from them. */
  sha256,
  textSha256: sha256,
});

export const grade = z.enum(["confirmed", "corroborated", "single_source", "conflicting", "none"]);
export const correctionClass = z.enum(["typo", "clarification", "update", "correction", "retraction"]);
export type CorrectionClass = z.infer<typeof correctionClass>;

/**
 * Everything that readers see of a claim, frozen. Dates are partial ISO dates, positions in an article count code
 * points, `source` numbers point into `sources`. Relations name other claims by id alone: their words are looked up
 * live among what is public, so that no edition carries the words of a claim that is not; the reason is refused when it
 * repeats them. What format 1 did not have yet is
 * filled in on reading; the digest covers the text as it was sealed.
 */
export const publicDocument = z.object({
  format: z.literal([1, 2]),
  sample: z.boolean(),
  /** The language in which the desk wrote its own words; what was sealed without is taken for English, as its pages were. BCP 47 */
  deskLanguage: z.string().default("en"),
  claim: z.object({
    id: z.uuid(),
    number: z.int(),
    slug: z.string(),
    /** The short wording where there is one, else the desk's wording. */
    wording: z.string(),
    kind: claimKind,
    language: z.string(),
  }),
  /** null: nobody knows who claims it. */
  claimant: party.nullable(),
  saidOn: date,
  /** The date in the source's own words. */
  saidWords: words,
  event: z
    .object({
      id: z.uuid(),
      name: z.string(),
      happenedOn: date,
      happenedWords: z.string().nullable(),
      place: z.string().nullable(),
      placePrecision: placePrecision.nullable(),
      /** In the conflict of the event, or said not to be. */
      parties: z.array(z.object({ name: z.string(), involved: z.boolean(), note: z.string() })),
    })
    .nullable()
    .default(null),
  passages: z.array(
    z.object({
      article: z.object({
        id: z.uuid(),
        slug: z.string(),
        title: z.string(),
        outlet: z.string().nullable(),
        author: z.string().nullable(),
        url: z.string().nullable(),
        publishedOn: date,
        language: z.string(),
        version: z.int(),
        sha256: z.string(),
      }),
      start: z.int(),
      end: z.int(),
      prefix: z.string(),
      exact: z.string(),
      suffix: z.string(),
    }),
  ),
  verdict: z.object({
    rating: z.object({
      code: z.string(),
      name: z.string(),
      definition: z.string(),
      value: z.int().nullable(),
      hue: z.string(),
      glyph: z.string(),
    }),
    grade,
    finding: z.string(),
    /** Markdown */
    reasoning: z.string(),
    contradiction: z.string(),
    search: z.string(),
    known: z.array(z.string()).default([]),
    notKnown: z.array(z.string()).default([]),
    /** Markdown */
    howChecked: z.string().default(""),
    asOf: words,
    /** An ISO day. */
    lookAgainOn: words,
    scaleVersion: z.int(),
  }),
  evidence: z.array(
    z.object({
      source: z.int(),
      kind: evidenceKind.default("quote"),
      stance: evidenceStance,
      shows: evidenceShows,
      quote: z.string().nullable(),
      language: z.string(),
      translation: words,
      translator: words,
      /** What the desk saw, or looked for and found, in its own words. */
      observation: words,
      figures: z.array(publicFigure).default([]),
      locator: z.string().nullable(),
      independenceGroup: z.string().nullable(),
      involved: z.boolean(),
      conclusive: z.boolean(),
    }),
  ),
  positions: z.array(
    z.object({
      party,
      stance: positionStance,
      hedged: z.boolean(),
      quote: z.string(),
      language: z.string(),
      translation: words,
      translator: words,
      saidOn: date,
      saidWords: words,
      /** The source is the utterance itself. */
      primary: z.boolean().default(false),
      /** Who passed it on, in order: the first heard it from the party. */
      relayedBy: z.array(z.object({ name: z.string(), kind: partyKind })).default([]),
      figures: z.array(publicFigure).default([]),
      source: z.int().nullable(),
      locator: z.string().nullable(),
    }),
  ),
  relations: z.array(
    z.object({
      claimId: z.uuid(),
      kind: relationKind,
      /** out: this claim <kind> the other; in: the other <kind> this one. */
      direction: z.enum(["out", "in"]),
      /** The desk's own words on the two; readers see them only while the other claim is public too. */
      reason: z.string().default(""),
    }),
  ),
  sources: z.array(
    z.object({
      number: z.int(),
      /** null for a confidential source; so are address, publisher and date. */
      kind: sourceKind.nullable(),
      title: z.string(),
      url: z.string().nullable(),
      description: z.string().nullable(),
      publisher: z.string().nullable(),
      publishedOn: date,
      language: z.string(),
      /** Its pictures show what many would rather not see. */
      graphic: z.boolean().default(false),
      /** What readers are told instead of a source that the desk does not name: what it is, or what an editor vouches for. */
      confidential: z
        .union([z.object({ description: z.string() }), z.object({ attestation: z.string() })])
        .nullable()
        .default(null),
      copy: copy.nullable().default(null),
    }),
  ),
  /** Whom the desk asked for comment, and what came back. */
  requests: z
    .array(
      z.object({
        party,
        channel: z.string(),
        askedOn: date,
        dueOn: date,
        outcome: commentOutcome,
        answeredOn: date,
        answer: z.string(),
        /** Why nobody was asked. */
        reason: z.string(),
      }),
    )
    .default([]),
  /** What it is about, by name; the slug is the topic's address. */
  topics: z.array(z.object({ slug: z.string(), name: z.string() })).default([]),
  /** Why the claim was retracted, for a retraction edition. */
  retraction: z.string().nullable(),
  /** The notice that every edition after the first carries. */
  correction: z.object({ class: correctionClass, reason: z.string() }).nullable(),
});
export type PublicDocument = z.infer<typeof publicDocument>;

/** A figure that became another: who gives it, what it counts, and both as they are compared. */
export const figureChange = z.object({
  who: z.string(),
  what: z.string(),
  before: z.string(),
  after: z.string(),
});
export type FigureChange = z.infer<typeof figureChange>;

/** One edition as the history of a public page lists it; what became of the conclusion is read from two of them. */
export interface EditionNotice {
  number: number;
  /** ISO instant, UTC */
  publishedAt: string;
  kind: "publication" | "retraction";
  correctionClass: CorrectionClass | null;
  correctionReason: string | null;
  rating: string;
  grade: z.infer<typeof grade>;
  finding: string;
  /** Of the reason and the finding; BCP 47. */
  deskLanguage: string;
  /** The figures that a correction put right; empty for every other class. */
  figures: FigureChange[];
}

export const waivableItems = [
  "number-in-quote",
  "quote",
  "counter-evidence",
  "claimant-asked",
  "second-source",
  "primary-source",
] as const;
export const waivableItem = z.enum(waivableItems, "This item of the checklist cannot be waived.");
export type WaivableItem = z.infer<typeof waivableItem>;
export const waiveItemInput = z.object({
  claimId: z.uuid(),
  item: waivableItem,
  reason: text("The reason for the editor", 1000),
});
export const waiverRef = z.object({ claimId: z.uuid(), item: waivableItem });

export const submitInput = z.object({
  claimId: z.uuid(),
  /** For every edition after the first. */
  correctionClass: z.enum(["typo", "clarification", "update", "correction"]).or(z.literal("")).default(""),
  correctionReason: optionalText("The reason", 1000),
});
export const retractInput = z.object({ claimId: z.uuid(), reason: text("The reason for readers", 1000) });
export const editionRef = z.object({ editionId: z.uuid() });
/** `digest` is that of the document on the editor's screen: what is approved is what was read. */
export const approveInput = z.object({
  editionId: z.uuid(),
  digest: z.string().length(64),
  note: optionalText("The note", 5000),
});
export const requestChangesInput = z.object({
  editionId: z.uuid(),
  note: text("The note", 5000),
});
