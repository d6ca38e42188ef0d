import type { SampleClaim, SampleFigure } from "../sample.ts";
import { coalitionHead, courier, drevos, wire } from "./people.ts";

const killed: SampleFigure["measure"] = {
  unit: "people",
  what: "civilians",
  status: "killed",
  place: "Velm province",
  period: "12 May 2031",
};

/** The claim with everything on it: figures of four parties, a relay chain, translations, an update. */
export const toll: SampleClaim = {
  key: "toll",
  topics: ["Casualties"],
  wording: "Air strikes in Velm province on 12 May killed 36 civilians",
  kind: "quantity",
  claimant: coalitionHead,
  exact: "36 civilians had died in Velm on Monday",
  saidOn: "2031-05-13",
  saidWords: "on Tuesday",
  event: "strikes",
  until: "published",
  positions: [
    {
      party: coalitionHead,
      stance: "asserts",
      quote: "قُتل 36 مدنياً في فلم يوم الاثنين",
      language: "ar",
      translation: "36 civilians were killed in Velm on Monday",
      translator: "Eastern Wire",
      by: "wire",
      saidOn: "2031-05-13",
      saidWords: "on Tuesday",
      relays: [wire, courier],
      figures: [{ words: "36", qualifier: "exactly", number: 36, asOf: "2031-05-13", measure: killed }],
    },
    {
      party: drevos,
      stance: "no_information",
      quote: "The government holds no such data.",
      by: "transcript",
      saidOn: "2031-05-13",
      primary: true,
      locator: "minute 14",
    },
  ],
  requests: [
    {
      party: coalitionHead,
      channel: "by e-mail to the coalition's press office",
      askedOn: "2031-05-14",
      dueOn: "2031-05-17",
      answered: { on: "2031-05-16", words: "We publish the names when the families agree." },
    },
    {
      party: drevos,
      channel: "by telephone",
      askedOn: "2031-05-14",
      dueOn: "2031-05-17",
      silent: true,
    },
  ],
  verdict: {
    rating: "unverified",
    grade: "none",
    finding: "A party to the conflict gives the number; a day after the strikes nobody else has counted.",
    reasoning:
      "The coalition's head gave the number to an agency on the day after the strikes [1]. The minister's answer, that the government holds no such data [2], neither confirms nor rules it out.",
    search: "Hospitals and town councils of Velm; none of them had a list on 15 May.",
    notKnown: "How many civilians died.\nWhether the 36 include fighters.",
    asOf: "2031-05-15",
    lookAgainOn: "2031-05-22",
    leastSure: "Whether the agency translated “civilians” or “people”.",
  },
  revisions: [
    {
      class: "update",
      reason: "The rescue workers' list, the register of the morgue and the monitor's count were added.",
      evidence: [
        {
          by: "list",
          stance: "supports",
          shows: "so",
          quote: "Thirty-three of the dead have been identified by their families.",
          locator: "p. 2",
          independenceGroup: "list of the rescue workers",
          figures: [
            {
              words: "Thirty-three",
              qualifier: "at_least",
              number: 33,
              asOf: "2031-05-15",
              measure: killed,
            },
          ],
        },
        {
          by: "aerial",
          kind: "observation",
          stance: "supports",
          shows: "so",
          observation:
            "The picture of 13 May shows eleven fresh graves beside the school, where that of 10 May shows grass.",
          locator: "frame 14",
          independenceGroup: "aerial pictures",
        },
        {
          by: "register",
          stance: "refutes",
          shows: "so",
          quote: "22 cuerpos ingresados los días 12 y 13 de mayo",
          language: "es",
          translation: "22 bodies entered on 12 and 13 May",
          translator: "Mira Okafor",
          locator: "p. 4",
          independenceGroup: "register of the morgue",
          figures: [{ words: "22", qualifier: "exactly", number: 22, asOf: "2031-05-13", measure: killed }],
        },
        {
          by: "count",
          stance: "context",
          shows: "so",
          quote: "between 27 and 41 people, fighters among them",
          independenceGroup: "hospital records",
          figures: [
            {
              words: "between 27 and 41",
              qualifier: "between",
              number: 27,
              upTo: 41,
              asOf: "2031-05-20",
              measure: { ...killed, what: "civilians and fighters" },
            },
          ],
        },
        {
          by: "wire",
          kind: "search",
          stance: "context",
          shows: "said",
          observation:
            "Looked for a list of the 36 in all reports of the agency from 12 to 22 May; found none.",
          involved: true,
        },
      ],
      verdict: {
        rating: "contested",
        grade: "corroborated",
        finding:
          "Civilians died that day in two of three towns; how many is contested. The toll of 36 comes from a party to the conflict, rescue workers name at least 33, a register of the morgue holds 22.",
        reasoning:
          "The figure was given to an agency a day after the strikes. The minister answered that the government held no such data, which neither confirms nor rules out the claim.\n\nRescue workers listed names for 33 people within three days [1]. The register of the morgue holds 22 [3], for Ostrel alone. The monitor counted from hospital records and did not separate fighters in every case [4], so its count is not set beside the others.",
        contradiction: "How many of the dead were civilians.",
        known:
          "Strikes hit three towns on the morning of 12 May.\nCivilians were among the dead in two of them.",
        notKnown: "Whether the 36 include fighters.\nWho was killed in the third town.",
        howChecked:
          "Two of us compared the list [1] with the register [3] name by name: **14 names stand in both**.",
        asOf: "2031-05-22",
        lookAgainOn: "2031-06-12",
      },
    },
  ],
};
