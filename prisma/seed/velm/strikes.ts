import type { SampleClaim } from "../sample.ts";
import { front, ministry, mission } from "./people.ts";

const notice = { unit: "minutes", what: "notice of the strikes", status: "given to the observer mission" };

/** What was hit, when, and with how much notice. */
export const strikes: SampleClaim[] = [
  {
    key: "targets",
    topics: ["Air strikes", "Casualties"],
    wording: "The strikes in Velm hit positions of the Front and nothing else",
    kind: "identity",
    claimant: ministry,
    exact: "positions of the Front were hit and nothing else",
    saidOn: "2031-05-12",
    event: "strikes",
    until: "published",
    positions: [
      {
        party: ministry,
        stance: "asserts",
        quote: "Positions of the Front were hit, and nothing else.",
        by: "statement",
        saidOn: "2031-05-12",
        primary: true,
      },
      { party: front, stance: "denies", quote: "We had nobody in Ostrel.", by: "courier", hedged: true },
    ],
    evidence: [
      {
        by: "aerial",
        kind: "observation",
        stance: "refutes",
        shows: "so",
        observation: "Of nine craters, seven lie in streets with houses; two lie in the yard of a depot.",
        independenceGroup: "aerial pictures",
      },
      {
        by: "log",
        stance: "refutes",
        shows: "so",
        quote: "Post 3 saw impacts in Mill Street and at the market of Ostrel.",
        independenceGroup: "log of the mission",
      },
      {
        by: "log",
        stance: "supports",
        shows: "so",
        quote: "The depot north of Hadrim, held by the Front, was hit twice.",
        independenceGroup: "log of the mission",
      },
    ],
    relations: [
      {
        to: "toll",
        kind: "partly_contradicts",
        reason: "Civilians may have died at positions of the Front, but not in streets that were not hit.",
      },
    ],
    requests: [
      {
        party: ministry,
        channel: "by e-mail",
        askedOn: "2031-05-15",
        dueOn: "2031-05-18",
        silent: true,
      },
    ],
    verdict: {
      rating: "mostly_false",
      grade: "corroborated",
      finding: "Two of nine craters lie at a depot of the Front; seven lie in streets with houses.",
      reasoning:
        "The pictures show nine craters [1]. The mission's log, written by people on the spot, names the same streets [2], and confirms that the depot was hit as well.",
      known: "The depot north of Hadrim was hit.",
      notKnown: "What the two streets were taken for.",
      asOf: "2031-05-19",
    },
  },
  {
    key: "houses",
    topics: ["Air strikes"],
    wording: "The strikes in Velm damaged no house",
    kind: "event",
    claimant: ministry,
    exact: "not one house was damaged",
    saidOn: "2031-05-12",
    event: "strikes",
    until: "published",
    positions: [
      {
        party: ministry,
        stance: "asserts",
        quote: "Not one house was damaged.",
        by: "statement",
        saidOn: "2031-05-12",
        primary: true,
      },
    ],
    relations: [
      { to: "targets", kind: "part_of", reason: "Whoever hit military positions alone damaged no house." },
    ],
    evidence: [
      {
        by: "aerial",
        kind: "observation",
        stance: "refutes",
        shows: "so",
        observation: "Three houses in Mill Street have lost their roofs between 10 and 13 May.",
        independenceGroup: "aerial pictures",
      },
      {
        by: "log",
        stance: "refutes",
        shows: "so",
        quote: "Three houses in Mill Street destroyed.",
        independenceGroup: "log of the mission",
      },
    ],
    requests: [
      { party: ministry, channel: "by e-mail", askedOn: "2031-05-15", dueOn: "2031-05-18", silent: true },
    ],
    verdict: {
      rating: "false",
      grade: "corroborated",
      finding: "Pictures and the mission's log show three destroyed houses in Mill Street.",
      reasoning:
        "Both were made independently of one another [1][2], and agree on the street and the number.",
      search: "Later pictures of the same street, up to 18 May.",
    },
    revisions: [
      {
        class: "update",
        reason: "The ministry now admits the damage. The rating stays, the evidence is stronger.",
        positions: [
          {
            party: ministry,
            stance: "concedes",
            quote: "Three houses in Mill Street were damaged.",
            by: "second",
            saidOn: "2031-05-20",
            primary: true,
          },
        ],
        verdict: {
          grade: "confirmed",
          finding: "Three houses in Mill Street were destroyed; the ministry has admitted it since.",
        },
      },
    ],
  },
  {
    key: "time",
    wording: "The first bombs fell on Velm at 5.40 in the morning",
    kind: "time",
    claimant: mission,
    exact: "The first bombs fell at twenty to six in the morning",
    event: "strikes",
    until: "published",
    positions: [
      { party: mission, stance: "asserts", quote: "First impacts 05.40.", by: "log", primary: true },
    ],
    evidence: [
      {
        by: "seismograph",
        kind: "observation",
        stance: "supports",
        shows: "so",
        observation: "The first of nine shocks is recorded at 05:40:12; nothing comes before it that night.",
        independenceGroup: "seismograph",
        conclusive: true,
      },
    ],
    requests: [{ party: mission, notAsked: "Its log answers the question." }],
    verdict: {
      rating: "true",
      grade: "confirmed",
      finding: "A seismograph recorded the first impact twelve seconds after 5.40.",
      reasoning: "The recordng of the station [1] settles it by itself.",
      search: "Other stations; none is near enough.",
    },
    revisions: [
      {
        class: "typo",
        reason: "A misspelt word.",
        verdict: { reasoning: "The recording of the station [1] settles it by itself." },
      },
    ],
  },
  {
    key: "notice",
    wording: "The observer mission was told of the strikes 60 minutes ahead",
    kind: "time",
    claimant: ministry,
    exact: "it gave the observer mission sixty minutes of notice",
    event: "strikes",
    until: "published",
    positions: [
      {
        party: ministry,
        stance: "asserts",
        quote: "The mission had 60 minutes of notice.",
        by: "statement",
        primary: true,
        figures: [{ words: "60 minutes", qualifier: "exactly", number: 60, measure: notice }],
      },
    ],
    evidence: [
      {
        by: "statement",
        stance: "supports",
        shows: "so",
        quote: "Sent at 04.40.",
        locator: "annex",
        involved: true,
        independenceGroup: "the ministry",
      },
    ],
    requests: [
      {
        party: mission,
        channel: "by letter",
        askedOn: "2031-05-14",
        dueOn: "2031-05-28",
        answered: { on: "2031-05-24", words: "Our log shows when the message reached us." },
      },
    ],
    verdict: {
      rating: "mostly_true",
      grade: "single_source",
      finding: "The ministry's own annex shows a message sent an hour ahead.",
      reasoning: "The annex gives the time of sending [1]; we took it for the time of arrival.",
      search: "The mission's log was not open yet.",
    },
    revisions: [
      {
        class: "correction",
        reason: "We took the time of sending for that of arrival. The message arrived 35 minutes later.",
        evidence: [
          {
            by: "log",
            stance: "refutes",
            shows: "so",
            quote: "Received 05.15, 25 minutes before the first impact.",
            independenceGroup: "log of the mission",
            figures: [{ words: "25 minutes", qualifier: "exactly", number: 25, measure: notice }],
          },
        ],
        verdict: {
          rating: "mixed",
          grade: "conflicting",
          finding: "The message was sent an hour ahead and arrived 25 minutes before the strikes.",
          reasoning:
            "The ministry's annex gives the time of sending [1], the mission's log that of arrival [2].",
        },
      },
    ],
  },
];
