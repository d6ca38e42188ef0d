import type { SampleClaim } from "../sample.ts";
import { lavrov, ministry, opposition, searched, usOfficials } from "./people.ts";

/** What the strikes hit and whom they killed: the claims of the article that somebody disputes. */
export const contestedClaims: SampleClaim[] = [
  {
    key: "toll",
    wording: "Russian air strikes in the province of Homs killed 36 civilians",
    kind: "quantity",
    claimant: opposition,
    exact: "36 civilians had been killed in the province of Homs",
    event: "strikes",
    until: "published",
    positions: [
      {
        party: opposition,
        stance: "asserts",
        quote: "36 civilians had been killed in the province of Homs",
        by: "opposition",
        figures: [
          {
            words: "36",
            qualifier: "exactly",
            number: 36,
            measure: {
              unit: "people",
              what: "civilians",
              status: "killed",
              place: "province of Homs",
              period: "first strikes",
            },
          },
        ],
      },
      { party: lavrov, stance: "no_information", quote: "Moscow had no data of that kind", by: "lavrov" },
    ],
    verdict: {
      rating: "unverified",
      grade: "none",
      finding:
        "One side of the conflict gives this number; nothing that the article reports would let us check it.",
      reasoning:
        "The number comes from the head of the opposition group alone [1]. The article names no list of the dead, no hospital and no witness behind it.",
      shortWording: "Russian strikes killed 36 civilians in Homs",
      search: searched,
      notKnown:
        "Whether the number holds killed civilians only, or all who died.\nWho counted, and by what list.",
      leastSure: "Whether the group's head spoke of killed civilians only, or of all who died.",
    },
    revisions: [
      {
        class: "clarification",
        reason:
          "The reasoning now says as well how the minister's answer is to be read. The conclusion is the same.",
        verdict: {
          reasoning:
            "The number comes from the head of the opposition group alone [1]. The article names no list of the dead, no hospital and no witness behind it.\n\nThe minister's answer, that Moscow has **no data of that kind** [2], is often read as a denial. It is none: it neither confirms the number nor rules it out.",
        },
      },
    ],
  },
  {
    key: "civilians",
    wording: "Russian air strikes in the province of Homs killed civilians",
    kind: "responsibility",
    claimant: opposition,
    exact: "that Moscow had killed them",
    event: "strikes",
    until: "published",
    positions: [
      { party: opposition, stance: "asserts", quote: "Moscow had killed them", by: "opposition" },
      { party: lavrov, stance: "no_information", quote: "Moscow had no data of that kind", by: "lavrov" },
    ],
    relations: [
      { to: "toll", kind: "similar", reason: "It names who killed, and leaves open how many died." },
    ],
    verdict: {
      rating: "unverified",
      grade: "none",
      finding:
        "The opposition group blames Moscow; Moscow says it has no data, and the article shows no evidence.",
      reasoning:
        "Whether civilians were killed, and by whom, are two questions. The article reports an accusation [1] and an answer that leaves both open [2].",
      search: searched,
      notKnown: "Whether civilians died where the strikes hit.",
    },
  },
  {
    key: "targets",
    wording: "The targets of the first Russian strikes were positions of Islamic State",
    kind: "identity",
    claimant: lavrov,
    exact: "Talk of a target other than Islamic State has no foundation",
    event: "strikes",
    until: "published",
    positions: [
      {
        party: lavrov,
        stance: "asserts",
        quote: "Talk of a target other than Islamic State has no foundation",
        by: "lavrov",
      },
      {
        party: usOfficials,
        stance: "doubts",
        quote: "American officials had voiced doubt that the strikes were aimed at Islamic State",
        by: "usOfficials",
      },
    ],
    evidence: [
      {
        by: "usOfficials",
        stance: "refutes",
        shows: "said",
        quote: "the places that were hit are not held by that group",
        involved: true,
      },
    ],
    relations: [
      {
        to: "others",
        kind: "narrows",
        reason: "It names one group where the spokesman speaks of others as well.",
      },
    ],
    verdict: {
      rating: "contested",
      grade: "none",
      finding:
        "The minister says that Islamic State was hit, US officials doubt it, and neither side shows its evidence in the article.",
      reasoning:
        "The minister calls any other target unfounded and asks for the proof that the other side says it has. The US officials speak of what they could see [1], and do not show it either.\n\nBoth are statements of governments that are involved. They show what was said, not what was hit.",
      contradiction: "Who held the places that were hit.",
      search: searched,
      notKnown: "Who held the places that were hit.",
    },
  },
  {
    key: "held",
    wording: "The places that the strikes hit are not held by Islamic State",
    kind: "place",
    claimant: usOfficials,
    exact: "the places that were hit are not held by that group",
    event: "strikes",
    until: "published",
    positions: [
      {
        party: usOfficials,
        stance: "asserts",
        hedged: true,
        quote: "As far as they could see, the places that were hit are not held by that group",
        by: "usOfficials",
      },
      {
        party: lavrov,
        stance: "denies",
        quote: "Talk of a target other than Islamic State has no foundation",
        by: "lavrov",
      },
    ],
    relations: [
      {
        to: "targets",
        kind: "contradicts",
        reason: "Islamic State cannot have been the target in places that it does not hold.",
      },
    ],
    verdict: {
      rating: "contested",
      grade: "none",
      finding:
        "US officials say so with a reservation; the minister says the opposite; the article reports no evidence of either.",
      reasoning:
        "The officials limit what they say to what they could see [1]. The minister denies it outright [2].",
      contradiction: "Who held the places that were hit.",
      search: searched,
      notKnown: "Which places were hit.",
    },
  },
  {
    key: "eight",
    wording: "The strikes hit eight targets of Islamic State",
    kind: "quantity",
    claimant: ministry,
    exact: "hit eight targets of Islamic State",
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
            words: "eight",
            qualifier: "exactly",
            number: 8,
            measure: {
              unit: "targets",
              what: "targets of Islamic State",
              status: "hit",
              period: "first strikes",
            },
          },
        ],
      },
      {
        party: usOfficials,
        stance: "doubts",
        quote: "American officials had voiced doubt that the strikes were aimed at Islamic State",
        by: "usOfficials",
      },
    ],
    relations: [
      {
        to: "targets",
        kind: "depends_on",
        reason: "Eight targets of Islamic State were hit only if the targets were Islamic State's.",
      },
    ],
    verdict: {
      rating: "contested",
      grade: "none",
      finding:
        "The ministry counts eight targets of Islamic State; US officials doubt that they were that group's.",
      reasoning: "That there were eight targets [1], nobody else counts; whose they were is disputed [2].",
      contradiction: "Whether what was hit belonged to Islamic State.",
      search: searched,
      notKnown: "What the eight targets were.",
    },
  },
];
