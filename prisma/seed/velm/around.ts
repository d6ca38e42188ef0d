import type { SampleClaim } from "../sample.ts";
import { front, mayor, ministry, nurse, officer, relief } from "./people.ts";
import { picture } from "./picture.ts";

/** What is said around the strikes: a picture, a hospital, a vote, people who left. */
export const around: SampleClaim[] = [
  {
    key: "first",
    topics: ["Air strikes"],
    wording: "The strikes of 12 May are the first in Velm since the truce of 2027",
    kind: "comparison",
    claimant: ministry,
    exact: "the first since the truce of 2027",
    event: "strikes",
    until: "published",
    positions: [
      {
        party: ministry,
        stance: "asserts",
        quote: "These are the first strikes since the truce of 2027.",
        by: "statement",
        saidOn: "2031-05-12",
        primary: true,
      },
    ],
    evidence: [
      {
        by: "truce",
        stance: "context",
        shows: "so",
        quote: "Shelling of Tolm from government positions, four times in 2029.",
        locator: "row 212",
        independenceGroup: "reports of the mission",
      },
    ],
    requests: [
      {
        party: ministry,
        channel: "by e-mail",
        askedOn: "2031-05-15",
        dueOn: "2031-05-18",
        answered: { on: "2031-05-18", words: "Shelling is no strike." },
      },
    ],
    verdict: {
      rating: "missing_context",
      grade: "single_source",
      finding: "They are the first from the air; government positions shelled Tolm four times in 2029.",
      reasoning: "The mission's reports list no strike from the air since the truce, and four shellings [1].",
      search: "Reports of the mission from the truce to April 2031.",
    },
  },
  picture,
  {
    key: "bakery",
    wording: "The strikes destroyed the bakery in Mill Street in Ostrel",
    kind: "place",
    claimant: mayor,
    exact: "The bakery in Mill Street is destroyed",
    event: "strikes",
    until: "revising",
    positions: [
      { party: mayor, stance: "asserts", quote: "The bakery in Mill Street is destroyed", by: "courier" },
    ],
    evidence: [
      {
        by: "aerial",
        kind: "observation",
        stance: "supports",
        shows: "so",
        observation: "The roof of the bakery is gone on 13 May; its walls stand.",
        independenceGroup: "aerial pictures",
      },
    ],
    relations: [{ to: "houses", kind: "contradicts", reason: "A bakery is a house, and it lost its roof." }],
    verdict: {
      rating: "mostly_true",
      grade: "single_source",
      finding: "The bakery lost its roof; its walls stand.",
      reasoning: "The pictures of 10 and 13 May show it with and without its roof [1].",
      search: "A second picture of the street.",
    },
  },
  {
    key: "hospital",
    topics: ["Casualties", "Hospitals"],
    wording: "The hospital of Hadrim is closed",
    kind: "status",
    claimant: nurse,
    exact: "The hospital of Hadrim has closed",
    event: "strikes",
    until: "published",
    positions: [
      { party: nurse, stance: "asserts", quote: "The hospital of Hadrim has closed", by: "courier" },
    ],
    evidence: [
      {
        by: "hospital",
        kind: "observation",
        stance: "refutes",
        shows: "so",
        observation: "A notice at the gate says that the hospital takes patients again from 20 May.",
        conclusive: true,
      },
      {
        by: "ward",
        stance: "refutes",
        shows: "so",
        quote: "We had nine patients on the first morning.",
        locator: "minute 4",
      },
    ],
    verdict: {
      rating: "outdated",
      grade: "confirmed",
      finding: "It was closed from 12 to 19 May, and has been open since.",
      reasoning: "The notice at the gate names both days [1].",
      search: "The ministry of health; its list ends in April.",
      asOf: "2031-05-21",
    },
  },
  {
    key: "left",
    wording: "12,000 people have left Velm province since 12 May",
    kind: "quantity",
    claimant: relief,
    exact: "a relief office in the capital puts their number at 12,000",
    event: "flight",
    until: "published",
    positions: [
      {
        party: relief,
        stance: "asserts",
        quote: "their number at 12,000",
        by: "courier",
        figures: [
          {
            words: "12,000",
            qualifier: "about",
            number: 12_000,
            asOf: "2031-05-14",
            measure: {
              unit: "people",
              what: "people",
              status: "left",
              place: "Velm province",
              period: "since 12 May 2031",
            },
          },
        ],
      },
      {
        party: front,
        stance: "asserts",
        quote: "Thousands have left the province",
        by: "courier",
        figures: [
          {
            words: "Thousands",
            measure: {
              unit: "people",
              what: "people",
              status: "left",
              place: "Velm province",
              period: "since 12 May 2031",
            },
          },
        ],
      },
    ],
    relations: [
      { to: "left-tuesday", kind: "updates", reason: "The same office, a day later; 3,000 more have gone." },
    ],
    requests: [{ party: relief, channel: "by telephone", askedOn: "2031-05-19", dueOn: "2031-06-02" }],
    verdict: {
      rating: "unverified",
      grade: "none",
      finding: "One office gives a number without saying how it counted; nobody else counts.",
      reasoning: "The office's number is round and comes without a list [1].",
      search: "Border posts, bus companies and camps; none counts.",
      notKnown: "How the office counted.\nHow many have come back.",
      lookAgainOn: "2031-06-15",
    },
  },
  {
    key: "militia",
    wording: "Most of the Hadrim militia has gone over to the Front",
    kind: "quantity",
    claimant: officer,
    exact: "Had not most of the Hadrim militia long gone over to the Front, an officer of the militia asked",
    until: "retracted",
    reason: "The roll on which we relied is a forgery; its pages carry the seal of a town that has none.",
    positions: [
      {
        party: officer,
        stance: "suggests",
        quote: "Had not most of the Hadrim militia long gone over to the Front",
        by: "courier",
        figures: [
          {
            words: "most",
            measure: {
              unit: "share",
              what: "members",
              status: "gone over to the Front",
              base: "the Hadrim militia",
            },
          },
        ],
      },
    ],
    evidence: [
      {
        by: "roll",
        stance: "refutes",
        shows: "so",
        quote: "Present: 412 of 430.",
        locator: "p. 1",
        involved: true,
        independenceGroup: "the militia",
      },
    ],
    verdict: {
      rating: "mostly_false",
      grade: "single_source",
      finding: "By its roll, 18 of 430 members are missing.",
      reasoning: "The roll lists who answered on 10 May [1].",
      search: "A second roll; the militia gave us none.",
    },
  },
];
