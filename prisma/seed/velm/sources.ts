import { missionLog, sessionMinutes } from "./files.ts";
import type { SampleSource } from "../sample.ts";
import { front, government, mission, monitor, morgue, rescue, wire } from "./people.ts";

const invented = "Invented for the sample.";

/** What the invented desk has seen of the invented event. */
export const sources: Record<string, SampleSource> = {
  wire: {
    title: "Coalition: 36 civilians dead in Velm",
    kind: "page",
    description: invented,
    publisher: wire,
    publishedOn: "2031-05-13",
  },
  transcript: {
    title: "Transcript of the foreign minister's press conference",
    description: invented,
    publisher: government,
    publishedOn: "2031-05-13",
  },
  statement: {
    title: "Statement of the defence ministry on the strikes in Velm",
    description: invented,
    publisher: government,
    publishedOn: "2031-05-12",
  },
  second: {
    title: "Second statement of the defence ministry",
    description: invented,
    publisher: government,
    publishedOn: "2031-05-20",
  },
  list: {
    title: "Daily report with the names of the dead",
    description: invented,
    publisher: rescue,
    publishedOn: "2031-05-15",
  },
  register: {
    title: "Registro de la morgue municipal",
    description: "Photographed by the desk, pages 3 to 5. " + invented,
    publisher: morgue,
    publishedOn: "2031-05-14",
    graphic: true,
    language: "es",
  },
  count: {
    title: "Count from hospital records",
    kind: "dataset",
    description: invented,
    publisher: monitor,
    publishedOn: "2031-05-20",
  },
  log: {
    title: "Log of the observer mission, 12 May",
    description: invented,
    publisher: mission,
    publishedOn: "2031-05-16",
    file: { name: "mission-log-12-may.txt", text: missionLog },
  },
  seismograph: {
    title: "Recordings of the seismic station of Tolm",
    kind: "dataset",
    description: invented,
    publishedOn: "2031-05-12",
  },
  aerial: {
    title: "Aerial pictures of Ostrel, 10 and 13 May",
    kind: "recording",
    description: invented,
    publishedOn: "2031-05-13",
  },
  picture: {
    title: "Picture of a burning bakery",
    kind: "recording",
    description: "Shared by an account of the Front. " + invented,
    publisher: front,
    publishedOn: "2031-05-12",
  },
  archive: {
    title: "Picture archive of the Serin fire brigade",
    kind: "dataset",
    description: invented,
    publishedOn: "2029",
  },
  minutes: {
    title: "Minutes of the session of 9 May",
    description: invented,
    file: { name: "minutes-9-may.txt", text: sessionMinutes },
    publishedOn: "2031-05-10",
  },
  truce: {
    title: "Reports on breaches of the truce, 2027 to 2031",
    kind: "dataset",
    description: invented,
    publisher: mission,
    publishedOn: "2031-04",
  },
  courier: {
    title: "The strikes and the dispute",
    kind: "page",
    description: "The article itself: what it reports of statements that nobody else has. " + invented,
    publishedOn: "2031-05-14",
  },
  ward: {
    title: "Talk with a doctor of the hospital of Hadrim",
    kind: "interview",
    visibility: "described",
    description: "Somebody who worked in the hospital on 20 May. " + invented,
    attestation: "I know who this is, and that they worked in the hospital on 20 May. " + invented,
    publishedOn: "2031-05-21",
  },
  hospital: {
    title: "Notice at the gate of the hospital of Hadrim",
    kind: "recording",
    description: invented,
    publishedOn: "2031-05-20",
  },
  roll: {
    title: "Roll of the Hadrim militia",
    visibility: "described",
    description: "A copy of a roll of the militia, given to the desk by one of its members. " + invented,
    publishedOn: "2031-05~",
  },
};
