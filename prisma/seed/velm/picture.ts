import type { SampleClaim } from "../sample.ts";
import { front } from "./people.ts";

/** A picture that is older than it is said to be; its first edition says too much of somebody, and is withheld. */
export const picture: SampleClaim = {
  key: "picture",
  topics: ["Pictures"],
  wording: "A picture shows the bakery of Ostrel burning on 12 May",
  kind: "media",
  claimant: front,
  exact: "A picture that has been shared widely shows",
  event: "strikes",
  until: "published",
  positions: [
    {
      party: front,
      stance: "asserts",
      quote: "The bakery of Ostrel, this morning",
      by: "picture",
      saidOn: "2031-05-12",
      primary: true,
    },
    {
      party: front,
      stance: "withdraws",
      quote: "Taken down. The picture was sent to us and is an old one.",
      by: "picture",
      saidOn: "2031-05-21",
      primary: true,
    },
  ],
  evidence: [
    {
      by: "archive",
      kind: "observation",
      stance: "refutes",
      shows: "so",
      observation:
        "The same picture, uncropped, is in the archive with the date 3 August 2029: a mill in Serin.",
      conclusive: true,
      independenceGroup: "archive of the fire brigade",
    },
    {
      by: "picture",
      kind: "search",
      stance: "context",
      shows: "so",
      observation: "Searched for the picture backwards in two engines; the oldest copy is of August 2029.",
      involved: true,
    },
  ],
  requests: [{ party: front, notAsked: "The account takes no messages, and no other way is known to us." }],
  verdict: {
    rating: "misleading",
    grade: "confirmed",
    finding: "The picture was taken in Serin in 2029; that a bakery in Ostrel burned is another matter.",
    reasoning:
      "The archive holds the whole picture with its date [1]. The woman who runs in its foreground keeps the shop beside the mill to this day, and told us so at her door.",
    known: "The picture is of 2029.",
  },
  revisions: [
    {
      class: "clarification",
      reason: "Readers took the finding to mean that no bakery burned. It says so little.",
      verdict: {
        reasoning:
          "The archive holds the whole picture with its date [1]. Whether the bakery in Mill Street burned is a claim of its own.",
      },
    },
  ],
  withheld: {
    edition: 1,
    ground: "privacy",
    reason:
      "Edition 1 says where the woman in the picture is to be found. She asked us to take it out; people have come to her shop.",
  },
};
