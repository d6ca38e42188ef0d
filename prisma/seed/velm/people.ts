import type { Investigation, SampleParty } from "../sample.ts";

export const coalition: SampleParty = { name: "Opposition coalition of Karvania", kind: "organisation" };
export const coalitionHead: SampleParty = {
  name: "the head of the opposition coalition",
  kind: "unnamed",
  description: "the agency knows the name and does not give it",
};
export const government: SampleParty = { name: "Government of Karvania", kind: "government" };
export const ministry: SampleParty = { name: "Defence ministry of Karvania", kind: "government" };
export const drevos: SampleParty = { name: "Ilan Drevos, foreign minister of Karvania", kind: "person" };
export const front: SampleParty = { name: "The Front", kind: "armed_force" };
export const rescue: SampleParty = { name: "Rescue workers of Velm", kind: "organisation" };
export const morgue: SampleParty = { name: "City morgue of Ostrel", kind: "organisation" };
export const monitor: SampleParty = { name: "Velm Monitor", kind: "organisation" };
export const mission: SampleParty = { name: "Observer mission in Velm", kind: "organisation" };
export const mayor: SampleParty = { name: "Mayor of Ostrel", kind: "person" };
export const nurse: SampleParty = {
  name: "a nurse",
  kind: "unnamed",
  description: "works in the hospital of Hadrim",
};
export const relief: SampleParty = { name: "Relief office in Serin", kind: "organisation" };
export const officer: SampleParty = {
  name: "an officer of the Hadrim militia",
  kind: "unnamed",
  description: "met by a reporter of the paper",
};
export const pilot: SampleParty = {
  name: "a pilot",
  kind: "unnamed",
  description: "does not want to be named",
};
export const shepherd: SampleParty = { name: "a shepherd", kind: "unnamed", description: "lives near Tolm" };
export const wire: SampleParty = { name: "Eastern Wire", kind: "outlet" };
export const courier: SampleParty = { name: "The Ostrel Courier", kind: "outlet" };

export const speaksFor: Investigation["speaksFor"] = [
  [coalitionHead, coalition],
  [ministry, government],
  [drevos, government],
];

export const events: Investigation["events"] = {
  strikes: {
    name: "Strikes in Velm",
    happenedOn: "2031-05-12",
    happenedWords: "on Monday",
    place: "Ostrel, Hadrim and Tolm in Velm province",
    placePrecision: "town",
    description: "Government aircraft struck three towns within a morning.",
    involved: [
      { party: government, involved: true, note: "Its aircraft flew the strikes." },
      { party: drevos, involved: true },
      { party: ministry, involved: true },
      { party: front, involved: true, note: "It holds parts of the province." },
      { party: coalition, involved: true, note: "Its members fight beside the Front in Hadrim." },
      { party: rescue, involved: false, note: "Paid by the town councils of all sides." },
      { party: morgue, involved: false },
      { party: mission, involved: false, note: "Sent by neighbours of Karvania under the truce." },
    ],
  },
  flight: {
    name: "Flight from Velm province",
    happenedOn: "2031-05",
    happenedWords: "since Monday",
    place: "Velm province",
    placePrecision: "area",
  },
};
