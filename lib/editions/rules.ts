import type { CorrectionClass, PublicDocument, WaivableItem } from "./schema.ts";

export const correctionClassNames: Record<CorrectionClass, string> = {
  typo: "Typo",
  clarification: "Clarification",
  update: "Update",
  correction: "Correction",
  retraction: "Retraction",
};

export const correctionClassDefinitions: Record<CorrectionClass, string> = {
  typo: "Spelling or form; nothing that anybody could have understood differently.",
  clarification: "The same, said more clearly.",
  update: "New facts came in.",
  correction: "We were wrong.",
  retraction: "The check as a whole does not hold.",
};

type Party = NonNullable<PublicDocument["claimant"]>;

const withoutId = <P extends { party: Party }>(item: P): P => ({
  ...item,
  party: { ...item.party, id: null },
});

/** The document as an edition from before parties had pages would have it: a party is told apart by its words. */
export const withoutPartyIds = (document: PublicDocument): PublicDocument => ({
  ...document,
  claimant: document.claimant && { ...document.claimant, id: null },
  positions: document.positions.map(withoutId),
  requests: document.requests.map(withoutId),
});

/** The ids of the copies that a document leads to. */
export const copiesOf = ({ sources }: PublicDocument): string[] => [
  ...new Set(sources.flatMap(({ copy }) => copy?.snapshotId ?? [])),
];

/** What a waiver does without, in words. */
export const waivableNames: Record<WaivableItem, string> = {
  "number-in-quote": "Each number found in its quote",
  quote: "A quote for each piece of evidence",
  "counter-evidence": "Counter-evidence looked for",
  "claimant-asked": "The claimant asked for comment",
  "second-source": "True or False on more than a single source",
  "primary-source": "The utterance traced to its primary source",
};

/** `[2]` in the reasoning: a mark that leads readers to the source of that number. */
export const sourceMark = /(?<![\\!])\[(\d{1,3})\](?![(:])/g;
