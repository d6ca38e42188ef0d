import type { SampleClaim } from "../sample.ts";
import { ministry, rossiya, searched, washington } from "./people.ts";

/** Numbers, times and results of the article that rest on one side's word, or on nobody's. */
export const unverifiedClaims: SampleClaim[] = [
  {
    key: "sorties",
    wording: "Russian aircraft flew 20 sorties on the first day of strikes",
    kind: "quantity",
    claimant: ministry,
    exact: "its aircraft flew 20 sorties",
    event: "strikes",
    until: "published",
    positions: [
      {
        party: ministry,
        stance: "asserts",
        quote: "its aircraft flew 20 sorties and hit eight targets of Islamic State",
        by: "ministry",
        figures: [
          {
            words: "20",
            qualifier: "exactly",
            number: 20,
            measure: { unit: "sorties", what: "sorties of Russian aircraft", period: "first strikes" },
          },
        ],
      },
    ],
    verdict: {
      rating: "unverified",
      grade: "none",
      finding: "The number is the defence ministry's own; nobody else in the article counts sorties.",
      reasoning:
        "The ministry is the only party that gives a number [1]. It is involved, and the article reports no flight data and no other count.",
      search: searched,
      notKnown: "Whether anybody else counted.",
    },
  },
  {
    key: "notice",
    wording: "Moscow told Washington of the strikes only an hour ahead",
    kind: "time",
    claimant: washington,
    exact: "it had been told of the strikes only an hour ahead",
    event: "strikes",
    until: "published",
    positions: [
      {
        party: washington,
        stance: "asserts",
        quote: "it had been told of the strikes only an hour ahead",
        by: "usOfficials",
        figures: [
          {
            words: "an hour",
            qualifier: "exactly",
            number: 1,
            measure: { unit: "hours", what: "notice of the strikes", status: "given to Washington" },
          },
        ],
      },
    ],
    verdict: {
      rating: "unverified",
      grade: "none",
      finding:
        "Washington complains of an hour's notice; the article reports no answer from Moscow and no record of the message.",
      reasoning:
        "The complaint is reported without a time at which the message came [1], so the hour cannot be reckoned again.",
      search: searched,
      notKnown: "When the message came.",
    },
  },
  {
    key: "first",
    wording:
      "The strikes are the first time since 1979 that Russian forces go to war outside the former Soviet Union",
    kind: "comparison",
    claimant: null,
    exact:
      "It is the first time since the war in Afghanistan began in 1979 that Russian forces fight outside the former Soviet Union",
    event: "strikes",
    until: "published",
    verdict: {
      rating: "unverified",
      grade: "none",
      shortWording: "Russia’s first fight outside the former Soviet Union since 1979",
      finding: "The article states it as known; it does not say what counts as fighting, nor who compared.",
      reasoning:
        "“First” needs a list of what came between and a rule for what belongs on it. The article has neither.",
      search: searched,
      notKnown: "Which deployments between 1979 and the strikes were compared.",
    },
  },
  {
    key: "militants",
    wording: "Over 5,000 militants are hiding in the north of Homs",
    kind: "quantity",
    claimant: rossiya,
    exact: "Over 5,000 militants were hiding there",
    until: "published",
    positions: [
      {
        party: rossiya,
        stance: "asserts",
        quote: "Over 5,000 militants were hiding there",
        by: "rossiya",
        figures: [
          {
            words: "Over 5,000",
            qualifier: "more_than",
            number: 5000,
            measure: { unit: "people", what: "militants", status: "in hiding", place: "north of Homs" },
          },
        ],
      },
    ],
    verdict: {
      rating: "unverified",
      grade: "none",
      finding:
        "A state channel gives the number without saying who counted, or whom it counts as a militant.",
      reasoning:
        "The report [1] names no source. It is not said what makes somebody a militant in this count, so it could not even be set beside another one.",
      search: searched,
      notKnown: "Whom the channel counts as a militant.",
    },
  },
  {
    key: "dead",
    wording: "The war in Syria has killed more than 240,000 people",
    kind: "quantity",
    claimant: null,
    exact: "have killed more than 240,000 people",
    until: "published",
    evidence: [
      {
        by: "article",
        stance: "supports",
        shows: "said",
        quote: "Four years of war have killed more than 240,000 people",
        figures: [
          {
            words: "more than 240,000",
            qualifier: "more_than",
            number: 240_000,
            measure: {
              unit: "people",
              what: "people",
              status: "killed",
              place: "Syria",
              period: "since the war began",
            },
          },
        ],
      },
    ],
    verdict: {
      rating: "unverified",
      grade: "none",
      finding: "The article states the number as known and names nobody who counted.",
      reasoning: "Without the count behind it [1], it is open whom the number includes, and up to which day.",
      search: searched,
      notKnown: "Who counted, and up to which day.",
    },
  },
  {
    key: "rejected",
    wording: "The Russian foreign minister rejected the accusation that civilians had died",
    kind: "quote",
    claimant: null,
    exact: "He also rejected the accusation that civilians had died",
    until: "published",
    evidence: [
      {
        by: "lavrov",
        stance: "context",
        shows: "so",
        quote: "Moscow had no data of that kind",
        involved: true,
      },
    ],
    relations: [{ to: "toll", kind: "depends_on", reason: "The accusation is the one that names 36 dead." }],
    verdict: {
      rating: "missing_context",
      grade: "single_source",
      finding:
        "What the article reports of his answer is that Moscow has no such data, which is less than a rejection.",
      reasoning:
        "This claim is about an utterance, so the utterance shows what is so. As the article reports it, the minister answered that **Moscow had no data of that kind** [1]. That leaves open whether civilians died.\n\nWe have his words only as the article relays them.",
    },
  },
];
