import type { SampleClaim } from "../sample.ts";
import { agency, kommersant, militarySource, peskov, rossiya, searched } from "./people.ts";

/** The claims of the article that the desk still works on. */
export const openClaims: SampleClaim[] = [
  {
    key: "switched",
    wording: "Most fighters of the Free Syrian Army have gone over to Islamic State",
    kind: "quantity",
    claimant: peskov,
    exact: "had not most of its fighters gone over to Islamic State",
    until: "in review",
    positions: [
      {
        party: peskov,
        stance: "suggests",
        quote:
          "Did it exist at all, he asked in return, and had not most of its fighters gone over to Islamic State?",
        by: "peskov",
        figures: [
          {
            words: "most",
            measure: {
              unit: "share",
              what: "fighters",
              status: "gone over to Islamic State",
              base: "the fighters of the Free Syrian Army",
            },
          },
        ],
      },
    ],
    verdict: {
      rating: "unverified",
      grade: "none",
      finding:
        "The spokesman asks it as a question; he gives no number and no source, and the article reports none.",
      reasoning:
        "A question suggests without asserting [1]. Nothing is said about how many fighters there were, so “most” has no base.",
      search: searched,
      leastSure: "Whether a rhetorical question should be rated at all.",
    },
  },
  {
    key: "vote",
    wording: "Russian senators approved the deployment without a vote against",
    kind: "status",
    claimant: null,
    exact: "without a vote against",
    until: "sent back",
    reason: "Say in the reasoning who reports the result of a closed session, and how they can know it.",
    verdict: {
      rating: "unverified",
      grade: "none",
      finding: "The session was closed; the article reports the result and no record of it.",
      reasoning: "No record of the vote is reported.",
      search: searched,
    },
  },
  {
    key: "switching",
    wording: "Most of the rebels whom Washington supports are changing over to the Islamists",
    kind: "quantity",
    claimant: rossiya,
    exact: "Most of the rebels whom Washington supports, it added, are changing over to the Islamists",
    until: "checking",
    positions: [
      {
        party: rossiya,
        stance: "asserts",
        quote: "Most of the rebels whom Washington supports, it added, are changing over to the Islamists",
        by: "rossiya",
        figures: [
          {
            words: "Most",
            measure: {
              unit: "share",
              what: "rebels",
              status: "changing over to the Islamists",
              base: "the rebels whom Washington supports",
            },
          },
        ],
      },
    ],
    relations: [
      {
        to: "switched",
        kind: "similar",
        reason: "Another speaker, another group of rebels, and the Islamists at large.",
      },
    ],
  },
  {
    key: "pilots",
    wording: "Russian pilots will help the Syrian army to find positions in the north of Homs",
    kind: "intention",
    claimant: rossiya,
    exact: "Russian pilots would help to find their positions",
    until: "checking",
    positions: [
      {
        party: rossiya,
        stance: "asserts",
        quote: "Russian pilots would help to find their positions",
        by: "rossiya",
      },
    ],
    verdict: {
      rating: "unverified",
      grade: "none",
      finding: "The channel announces it; nothing in the article shows yet whether it happens.",
      reasoning: "What somebody means to do is true or false only later [1].",
      search: searched,
      lookAgainOn: "2015-11-01",
    },
  },
  {
    key: "types",
    wording: "The aircraft sent to Syria are Su-24M and Su-34 bombers, Su-30 fighters and Mi-24 helicopters",
    kind: "identity",
    claimant: militarySource,
    exact: "bombers of the types Su-24M and Su-34, Su-30 fighters, and Mi-24 helicopters",
    until: "checking",
    positions: [
      {
        party: militarySource,
        stance: "asserts",
        quote: "bombers of the types Su-24M and Su-34, Su-30 fighters, and Mi-24 helicopters",
        by: "kommersant",
        relays: [kommersant, agency],
      },
    ],
  },
  {
    key: "arrived",
    wording: "Some of the aircraft arrived on 18 September as the escort of a transport",
    kind: "time",
    claimant: militarySource,
    exact: "Some of them, the source said, arrived on 18 September as the escort of a transport",
    event: "arrival",
    until: "checking",
    positions: [
      {
        party: militarySource,
        stance: "asserts",
        quote: "Some of them, the source said, arrived on 18 September",
        by: "kommersant",
        relays: [kommersant, agency],
      },
    ],
    relations: [
      { to: "types", kind: "depends_on", reason: "“Some of them” are some of the aircraft listed." },
    ],
  },
  {
    key: "others",
    wording: "Moscow supports Damascus against other terrorist groups too, not against Islamic State alone",
    kind: "intention",
    claimant: peskov,
    exact: "Moscow supports Damascus against Islamic State and against other terrorist groups too",
    until: "checking",
    positions: [
      {
        party: peskov,
        stance: "asserts",
        quote: "Moscow supports Damascus against Islamic State and against other terrorist groups too",
        by: "peskov",
      },
    ],
  },
  {
    key: "millions",
    wording: "The war has driven millions of people from their homes",
    kind: "quantity",
    claimant: null,
    exact: "driven millions from their homes",
    until: "checking",
    evidence: [
      {
        by: "article",
        stance: "supports",
        shows: "said",
        quote: "driven millions from their homes",
        figures: [
          {
            words: "millions",
            measure: {
              unit: "people",
              what: "people",
              status: "driven from their homes",
              place: "Syria",
              period: "since the war began",
            },
          },
        ],
      },
    ],
  },
];
