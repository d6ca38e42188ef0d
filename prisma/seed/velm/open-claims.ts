import type { SampleClaim } from "../sample.ts";
import { front, ministry, pilot } from "./people.ts";

/** What the invented desk has not finished, in every stage before publication. */
export const openClaims: SampleClaim[] = [
  {
    key: "vote",
    wording: "Parliament backed the operation without an abstention",
    kind: "status",
    claimant: ministry,
    exact: "Parliament had backed the operation without a single abstention",
    until: "approved",
    positions: [
      {
        party: ministry,
        stance: "asserts",
        quote: "Parliament backed the operation without a single abstention.",
        by: "statement",
        primary: true,
      },
    ],
    evidence: [
      {
        by: "minutes",
        stance: "refutes",
        shows: "so",
        quote: "For: 181. Against: none. Abstained: 4.",
        locator: "p. 12",
        conclusive: true,
        independenceGroup: "minutes of parliament",
      },
    ],
    verdict: {
      rating: "false",
      grade: "confirmed",
      finding: "The minutes count four abstentions.",
      reasoning: "The minutes of the session are the record of the vote [1].",
      search: "Corrections to the minutes; there are none.",
    },
  },
  {
    key: "corridor",
    wording: "The defence ministry will open a corridor out of Hadrim on 1 June",
    kind: "intention",
    claimant: ministry,
    exact: "The ministry means to open a corridor out of Hadrim on 1 June",
    until: "in review",
    positions: [
      {
        party: ministry,
        stance: "asserts",
        quote: "The ministry means to open a corridor out of Hadrim on 1 June",
        by: "courier",
      },
    ],
    verdict: {
      rating: "unverified",
      grade: "none",
      finding: "The day has not come; nothing shows yet that the corridor is being made.",
      reasoning: "What somebody means to do is true or false only when the day has come.",
      search: "Orders, maps and notices up to 20 May.",
      notKnown: "Who may use the corridor.",
      lookAgainOn: "2031-06-02",
      leastSure: "Whether the two posts that were moved on 19 May have to do with it.",
    },
  },
  {
    key: "downed",
    wording: "The Front shot down two aircraft on 12 May",
    kind: "quantity",
    claimant: front,
    exact: "The Front claims to have shot down two aircraft",
    event: "strikes",
    until: "sent back",
    reason: "One wreck is on record. Say whether we looked for the second, and where.",
    positions: [
      {
        party: front,
        stance: "asserts",
        quote: "The Front claims to have shot down two aircraft",
        by: "courier",
        figures: [
          {
            words: "two aircraft",
            qualifier: "exactly",
            number: 2,
            measure: {
              unit: "aircraft",
              what: "government aircraft",
              status: "shot down",
              period: "12 May 2031",
            },
          },
        ],
      },
      { party: ministry, stance: "declines", quote: "We do not speak of operations.", by: "statement" },
    ],
    relations: [
      { to: "one", kind: "contradicts", reason: "Two are not one." },
      { to: "first", kind: "depends_on", reason: "Aircraft can be shot down only where they fly." },
    ],
    verdict: {
      rating: "unverified",
      grade: "none",
      finding: "The Front shows one wreck and speaks of two.",
      reasoning: "The article shows no wreck; the Front's own pictures show one.",
      search: "Pictures of the Front, 12 to 15 May.",
    },
  },
  {
    key: "one",
    wording: "One government aircraft was shot down on 12 May",
    kind: "quantity",
    claimant: pilot,
    exact: "A pilot who does not want to be named speaks of one",
    event: "strikes",
    until: "logged",
  },
  {
    key: "markets",
    wording: "Two markets in Velm stood empty by noon on 12 May",
    kind: "event",
    claimant: null,
    exact: "by noon two markets stood empty",
    event: "strikes",
    until: "shelved",
    shelved: { reason: "not_checkable", note: "Nobody counted, and by now nobody can." },
  },
];
