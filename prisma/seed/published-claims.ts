import {
  lavrov,
  ministry,
  opposition,
  rossiya,
  searched,
  usOfficials,
  type SampleClaim,
} from "./sample-claim.ts";

/** The claims of the sample that readers see. */
export const publishedClaims: SampleClaim[] = [
  {
    key: "toll",
    wording: "Russian air strikes in the province of Homs killed 36 civilians",
    kind: "quantity",
    claimant: opposition,
    exact: "36 civilians had been killed in the province of Homs",
    until: "published",
    evidence: [
      {
        by: "opposition",
        stance: "supports",
        shows: "said",
        quote: "36 civilians had been killed in the province of Homs",
        involved: true,
      },
    ],
    positions: [
      { party: lavrov, stance: "no_information", quote: "Moscow had no data of that kind", by: "lavrov" },
    ],
    verdict: {
      rating: "unverified",
      grade: "none",
      finding:
        "One side of the conflict gives this number; nothing that the article reports would let us check it.",
      reasoning:
        "The number comes from the head of the opposition group alone [1]. The article names no list of the dead, no hospital and no witness behind it.\n\nThe minister's answer, that Moscow has **no data of that kind** [2], is often read as a denial. It is none: it neither confirms the number nor rules it out.",
      search: searched,
      leastSure: "Whether the group's head spoke of killed civilians only, or of all who died.",
    },
  },
  {
    key: "targets",
    wording: "The targets of the first Russian strikes were positions of Islamic State",
    kind: "identity",
    claimant: lavrov,
    exact: "Talk of a target other than Islamic State has no foundation",
    until: "published",
    evidence: [
      {
        by: "lavrov",
        stance: "supports",
        shows: "said",
        quote: "Talk of a target other than Islamic State has no foundation",
        involved: true,
      },
      {
        by: "usOfficials",
        stance: "refutes",
        shows: "said",
        quote: "the places that were hit are not held by that group",
        involved: true,
      },
    ],
    positions: [
      {
        party: usOfficials,
        stance: "doubts",
        quote: "American officials had voiced doubt that the strikes were aimed at Islamic State",
        by: "usOfficials",
      },
    ],
    verdict: {
      rating: "contested",
      grade: "none",
      finding:
        "The minister says that Islamic State was hit, US officials doubt it, and neither side shows its evidence in the article.",
      reasoning:
        "The minister calls any other target unfounded [1] and asks for the proof that the other side says it has. The US officials speak of what they could see [2], and do not show it either.\n\nBoth are statements of governments that are involved. They show what was said, not what was hit.",
      contradiction: "Who held the places that were hit.",
      search: searched,
    },
  },
  {
    key: "held",
    wording: "The places that the strikes hit are not held by Islamic State",
    kind: "place",
    claimant: usOfficials,
    exact: "the places that were hit are not held by that group",
    until: "published",
    evidence: [
      {
        by: "usOfficials",
        stance: "supports",
        shows: "said",
        quote: "As far as they could see, the places that were hit are not held by that group",
        involved: true,
      },
    ],
    positions: [
      {
        party: usOfficials,
        stance: "asserts",
        hedged: true,
        quote: "As far as they could see",
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
    },
  },
  {
    key: "sorties",
    wording: "Russian aircraft flew 20 sorties on the first day of strikes",
    kind: "quantity",
    claimant: ministry,
    exact: "its aircraft flew 20 sorties",
    until: "published",
    evidence: [
      {
        by: "ministry",
        stance: "supports",
        shows: "said",
        quote: "its aircraft flew 20 sorties",
        involved: true,
      },
    ],
    verdict: {
      rating: "unverified",
      grade: "none",
      finding: "The number is the defence ministry's own; nobody else in the article counts sorties.",
      reasoning:
        "The ministry is the only party that gives a number [1]. It is involved, and the article reports no flight data and no other count.",
      search: searched,
    },
  },
  {
    key: "eight",
    wording: "The strikes hit eight targets of Islamic State",
    kind: "quantity",
    claimant: ministry,
    exact: "hit eight targets of Islamic State",
    until: "published",
    evidence: [
      {
        by: "ministry",
        stance: "supports",
        shows: "said",
        quote: "hit eight targets of Islamic State",
        involved: true,
      },
    ],
    positions: [
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
      reasoning: "That there were eight targets, nobody else counts; whose they were is disputed [2].",
      contradiction: "Whether what was hit belonged to Islamic State.",
      search: searched,
    },
  },
  {
    key: "notice",
    wording: "Moscow told Washington of the strikes only an hour ahead",
    kind: "time",
    claimant: { name: "US government", kind: "government" },
    exact: "it had been told of the strikes only an hour ahead",
    until: "published",
    evidence: [
      {
        by: "usOfficials",
        stance: "supports",
        shows: "said",
        quote: "it had been told of the strikes only an hour ahead",
        involved: true,
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
    },
  },
  {
    key: "militants",
    wording: "Over 5,000 militants are hiding in the north of Homs",
    kind: "quantity",
    claimant: rossiya,
    exact: "Over 5,000 militants were hiding there",
    until: "published",
    evidence: [
      {
        by: "rossiya",
        stance: "supports",
        shows: "said",
        quote: "Over 5,000 militants were hiding there",
        involved: true,
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
    },
  },
  {
    key: "dead",
    wording: "The war in Syria has killed more than 240,000 people",
    kind: "quantity",
    claimant: null,
    exact: "have killed more than 240,000 people",
    until: "published",
    verdict: {
      rating: "unverified",
      grade: "none",
      finding: "The article states the number as known and names nobody who counted.",
      reasoning: "Without the count behind it, it is open whom the number includes, and up to which day.",
      search: searched,
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
