import type { Investigation, SampleParty, SampleSource } from "../sample.ts";

export const lavrov: SampleParty = { name: "Sergei Lavrov, Russian foreign minister", kind: "person" };
export const usOfficials: SampleParty = { name: "US officials", kind: "government" };
export const washington: SampleParty = { name: "US government", kind: "government" };
export const moscow: SampleParty = { name: "Russian government", kind: "government" };
export const ministry: SampleParty = { name: "Russian defence ministry", kind: "government" };
export const opposition: SampleParty = {
  name: "the head of Syria's main opposition group",
  kind: "unnamed",
};
export const peskov: SampleParty = {
  name: "Dmitry Peskov, spokesman of the Russian president",
  kind: "person",
};
export const rossiya: SampleParty = { name: "Rossiya, Russian state television", kind: "outlet" };
export const militarySource: SampleParty = { name: "a military source of Kommersant", kind: "unnamed" };
export const kommersant: SampleParty = { name: "Kommersant", kind: "outlet" };
export const agency: SampleParty = { name: "a news agency", kind: "outlet" };

export const speaksFor: Investigation["speaksFor"] = [
  [lavrov, moscow],
  [peskov, moscow],
  [ministry, moscow],
  [usOfficials, washington],
];

const reported = (title: string): SampleSource => ({
  title: `${title}, as reported in the article`,
  description: "Known only as the sample's article reports it; the statement itself was not seen.",
});

/** The only sources of the sample: statements, as the article reports them. */
export const sources: Record<string, SampleSource> = {
  lavrov: reported("Remarks of the Russian foreign minister in New York"),
  usOfficials: reported("Remarks of US officials"),
  ministry: reported("Statement of the Russian defence ministry"),
  opposition: reported("Statement of the head of Syria's main opposition group"),
  peskov: reported("Remarks of the Russian president's spokesman"),
  rossiya: reported("Report of the Rossiya state television channel"),
  kommersant: reported("Report of the daily Kommersant"),
  article: {
    title: "The article itself, in its own name",
    description: "It shows that the article says so, and never that it is so.",
  },
};

export const events: Investigation["events"] = {
  strikes: {
    name: "First Russian air strikes in Syria",
    place: "Syria",
    placePrecision: "country",
    description: "The day is not named in the sample's article.",
    involved: [
      { party: moscow, involved: true, note: "Its aircraft flew the strikes." },
      { party: opposition, involved: true, note: "The group is at war with the Syrian government." },
      { party: washington, involved: true, note: "It supports part of the rebels." },
    ],
  },
  arrival: { name: "Arrival of Russian aircraft in Syria", happenedWords: "on 18 September" },
};

export const searched =
  "The statements that the article reports, and nothing else: this is sample data. They name no document, list or witness that could be looked at.";
