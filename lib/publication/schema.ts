import { z } from "zod";
import {
  correctionClass,
  figureChange,
  grade,
  publicDocument,
  type PublicDocument,
} from "../editions/schema.ts";

/** What readers may see of an article: its particulars and the passages that published claims cite, or all of it. */
export interface PublicArticleDocument {
  title: string;
  slug: string;
  outlet: string | null;
  author: string | null;
  url: string | null;
  /** Partial ISO date. */
  publishedOn: string | null;
  /** BCP 47 */
  language: string;
  version: number;
  /** Of the whole text, lower-case hex. */
  sha256: string;
  /** The whole text where a second person opened it to readers. */
  text: string | null;
  /** In the order of the text; start and end count code points. */
  passages: (Omit<PublicDocument["passages"][number], "article"> & { claimId: string })[];
  /** Passages that claims cite from earlier versions of the text; absent from copies that were made before there were any. */
  earlier?: (PublicArticleDocument["passages"][number] & { version: number })[];
}

/** A rating as a document carries it: everything that is needed to show it. */
export type PublicRating = PublicDocument["verdict"]["rating"];

/** Another claim that is public now, in its current public words; it carries no id. */
export interface RelatedClaim {
  kind: PublicDocument["relations"][number]["kind"];
  direction: PublicDocument["relations"][number]["direction"];
  /** Why they are related, in the desk's words; empty where an edition was sealed without. */
  reason: string;
  number: number;
  slug: string;
  wording: string;
  language: string;
  claimant: string | null;
  rating: PublicRating;
  /** Of its rating; BCP 47. */
  deskLanguage: string;
}

type Source = PublicDocument["sources"][number];

/** A copy of a source that can be read now. */
export type ShownCopy = NonNullable<Source["copy"]> & {
  /** Of its page on this site. */
  path: string;
  /** Since when the original is no longer there; null while it is, or nobody has looked. An ISO instant, UTC. */
  goneSince: string | null;
};
export type ShownSource = Omit<Source, "copy"> & { copy: ShownCopy | null };

/** The one view of a claim that the page renders, the API answers, and the ClaimReview is made from. */
export type PublicView = Omit<PublicDocument, "relations" | "sources"> & {
  relations: RelatedClaim[];
  sources: ShownSource[];
};

/** The language of what the desk wrote itself; absent from what was published before editions had it. BCP 47 */
const writtenIn = publicDocument.shape.deskLanguage;

/** An edition as the history of a page lists it: an EditionNotice read back from its row. */
export const notice = z.object({
  number: z.int(),
  publishedAt: z.string(),
  kind: z.enum(["publication", "retraction"]),
  correctionClass: correctionClass.nullable(),
  correctionReason: z.string().nullable(),
  rating: z.string(),
  grade,
  /** null, and no figures: published before notices had them. */
  finding: z.string().nullable().default(null),
  deskLanguage: writtenIn,
  figures: figureChange.array().default([]),
});
export type Notice = z.infer<typeof notice>;

/** What readers are told of an edition that is withheld: nothing that it says. */
export interface WithheldNotice {
  number: number;
  kind: "publication" | "retraction";
  /** Lower-case hex SHA-256 of the edition's canonical text, which stays. */
  digest: string;
  correctionClass: z.infer<typeof correctionClass> | null;
  /** ISO instants, UTC */
  publishedAt: string;
  withheldAt: string;
  ground: "safety" | "privacy" | "court";
  /** Whether a second person confirmed it. */
  confirmed: boolean;
}

/** What stands around a published view: its edition, its dates, its permanent address, what came before. */
export interface PublishedEditionFacts {
  number: number;
  /** Lower-case hex SHA-256 of the edition's canonical text. */
  digest: string;
  /** ISO instants, UTC */
  publishedAt: string;
  firstPublishedAt: string;
  state: "public" | "retracted";
  /** Absolute addresses: of the claim, and of this edition for good. */
  url: string;
  editionUrl: string;
  deskName: string;
  /** Every edition that was ever public and is not withheld, newest first. */
  history: Notice[];
  /** Those that are withheld now, newest first. */
  withheld: WithheldNotice[];
}

/** One page of a list; `next` asks for the one after it, null at the end. */
export interface Listed<T> {
  items: T[];
  next: string | null;
}

/** A rating as a list or a document carries it, read back. */
const rating = z.object({
  code: z.string(),
  name: z.string(),
  definition: z.string(),
  value: z.int().nullable(),
  hue: z.string(),
  glyph: z.string(),
});

/** The live scale as the public settings hold it. */
export const publicScale: z.ZodType<PublicRating[]> = z.array(rating);

/** A passage of an article with its claim as it is public now. */
export type ArticlePassage = Omit<PublicArticleDocument["passages"][number], "claimId"> & {
  claim: Omit<RelatedClaim, "kind" | "direction" | "reason"> & { retracted: boolean };
};
export type ArticleView = Omit<PublicArticleDocument, "passages" | "earlier"> & {
  passages: ArticlePassage[];
  earlier: (ArticlePassage & { version: number })[];
};

/** `limit` of a list in the API: 1 to 100. */
export const listLimit = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(100));

/** What a list shows of a claim, kept beside its document as one text: no list reads whole documents, or more than one value a row. */
export const card = z.object({
  claimId: z.uuid(),
  slug: z.string(),
  number: z.int(),
  wording: z.string(),
  language: z.string(),
  claimant: z.string().nullable(),
  rating,
  finding: z.string(),
  deskLanguage: writtenIn,
  sample: z.boolean(),
  editionNumber: z.int(),
  state: z.enum(["public", "retracted"]),
  /** ISO instant, UTC */
  publishedAt: z.string(),
});
export type Card = z.infer<typeof card>;

/** One claim in a list for readers, with its absolute address. */
export type ListedClaim = Omit<Card, "claimId"> & { url: string };

/** What the list of corrections shows of an edition, kept beside it in the same way. */
export const editionCard = z.object({
  editionId: z.uuid(),
  slug: z.string(),
  number: z.int(),
  wording: z.string(),
  language: z.string(),
  editionNumber: z.int(),
  /** null: a first edition, which is no correction. */
  class: correctionClass.nullable(),
  reason: z.string().nullable(),
  deskLanguage: writtenIn,
  publishedAt: z.string(),
  /** The ratings of the edition before and of this one; a retraction has no new one. */
  before: rating.nullable(),
  after: rating.nullable(),
});
export type EditionCard = z.infer<typeof editionCard>;

/** One thing by which public claims are found: how many have it is kept under `facet` and `value`. */
export type Facet = {
  facet:
    | "rating"
    | "grade"
    | "language"
    | "outlet"
    | "topic"
    | "party"
    | "disputes"
    | "quoted"
    | "measure"
    | `rated:${string}`;
  value: string;
  /** In words, as it was published last. */
  label: string;
  /** More of a party or a measure. */
  about: Record<string, string | null> | null;
};

/** When an approved edition is to be published: the day and the time of day in UTC, as a browser's field has them. */
export const scheduleInput = z.object({
  editionId: z.uuid(),
  at: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, "Give the day and the time.")
    .refine((at) => !Number.isNaN(Date.parse(`${at}Z`)), "There is no such time."),
});

/** Two approved editions of claims that contradict each other. */
export const publishTogetherInput = z.object({ editionId: z.uuid(), otherEditionId: z.uuid() });
