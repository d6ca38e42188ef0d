import { lavrov, peskov, rossiya, searched, type SampleClaim } from "./sample-claim.ts";

/** The claims of the sample that the desk still works on, or has shelved. */
export const openClaims: SampleClaim[] = [
  {
    key: "switched",
    wording: "Most fighters of the Free Syrian Army have gone over to Islamic State",
    kind: "quantity",
    claimant: peskov,
    exact: "had not most of its fighters gone over to Islamic State",
    until: "in review",
    evidence: [
      {
        by: "peskov",
        stance: "supports",
        shows: "said",
        quote: "had not most of its fighters gone over to Islamic State",
        involved: true,
      },
    ],
    positions: [
      {
        party: peskov,
        stance: "suggests",
        quote:
          "Did it exist at all, he asked in return, and had not most of its fighters gone over to Islamic State?",
        by: "peskov",
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
    verdict: {
      rating: "unverified",
      grade: "none",
      finding: "The session was closed; the article reports the result and no record of it.",
      reasoning: "No record of the vote is reported.",
      search: searched,
    },
  },
  {
    key: "pilots",
    wording: "Russian pilots will help the Syrian army to find positions in the north of Homs",
    kind: "intention",
    claimant: rossiya,
    exact: "Russian pilots would help to find their positions",
    until: "checking",
    evidence: [
      {
        by: "rossiya",
        stance: "supports",
        shows: "said",
        quote: "Russian pilots would help to find their positions",
        involved: true,
      },
    ],
  },
  {
    key: "millions",
    wording: "The war has driven millions of people from their homes",
    kind: "quantity",
    claimant: null,
    exact: "driven millions from their homes",
    until: "logged",
  },
  {
    key: "unrealistic",
    wording: "It is unrealistic to demand that Assad go now",
    kind: "intention",
    claimant: lavrov,
    exact: "To demand that Assad go while the country is in such a state was unrealistic",
    until: "shelved",
  },
];
