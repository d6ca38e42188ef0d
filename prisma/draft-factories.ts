import type { Draft } from "../lib/editions/draft.ts";
import { publicDocument } from "../lib/editions/schema.ts";

// Drafts without a database: for tests of the checklist and of correction classes.

export type Evidence = Draft["evidence"][number];
export type Rating = NonNullable<Draft["verdict"]["rating"]>;

export const aRating = (code: string, unresolved = false): Rating => ({
  code,
  name: code,
  definition: "What it means.",
  value: null,
  hue: "none",
  glyph: "check",
  unresolved,
});

export const someEvidence = (change: Partial<Evidence> = {}): Evidence => ({
  ...publicDocument.shape.evidence.element.parse({
    source: 1,
    stance: "supports",
    shows: "so",
    quote: "q",
    language: "en",
    locator: null,
    independenceGroup: null,
    involved: false,
    conclusive: false,
  }),
  ...change,
});

export type DraftChange = Partial<Omit<Draft, "verdict">> & { verdict?: Partial<Draft["verdict"]> };

/** A draft that misses nothing that the checklist insists on, but for the change. */
export function aDraft({ verdict, ...change }: DraftChange = {}): Draft {
  const evidence = change.evidence ?? [someEvidence()];
  return {
    format: 2,
    sample: false,
    deskLanguage: "en",
    claim: { id: "", number: 1, slug: "", wording: "w", kind: "quantity", language: "en" },
    claimant: null,
    claimantSettled: true,
    ratingIsLive: true,
    leastSure: "",
    unmeasured: [],
    waivers: [],
    notPublic: [],
    places: new Map(),
    origins: new Map(evidence.flatMap((e) => (e.independenceGroup ? [[e, e.independenceGroup]] : []))),
    saidOn: null,
    saidWords: null,
    event: null,
    requests: [],
    passages: [],
    evidence,
    positions: [],
    relations: [],
    sources: [],
    topics: [],
    retraction: null,
    correction: null,
    ...change,
    verdict: {
      rating: aRating("false"),
      grade: "single_source",
      finding: "f",
      reasoning: "r",
      contradiction: "",
      search: "",
      known: [],
      notKnown: [],
      howChecked: "",
      asOf: null,
      lookAgainOn: null,
      scaleVersion: 1,
      ...verdict,
    },
  };
}

/** What a party says about the claim of a draft. */
export const aPosition = (change: object): Draft["positions"][number] =>
  publicDocument.shape.positions.element.parse({
    party: { name: "p", kind: "person", description: null },
    stance: "asserts",
    hedged: false,
    quote: "q",
    language: "en",
    saidOn: null,
    source: null,
    locator: null,
    ...change,
  });

/** A request for comment of a draft. */
export const aRequest = (change: object): Draft["requests"][number] =>
  publicDocument.shape.requests.def.innerType.element.parse({
    party: { name: "p", kind: "person", description: null },
    channel: "by post",
    askedOn: "2031-05-01",
    dueOn: null,
    outcome: "waiting",
    answeredOn: null,
    answer: "",
    reason: "",
    ...change,
  });
