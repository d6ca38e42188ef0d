// Files of the invented event, as the desk would have been given them.

export const missionLog = `LOG OF THE OBSERVER MISSION, VELM, 12 MAY 2031
Invented for the sample. Nothing in it is about a real place.

05:40 Post 3, ridge above Ostrel. Clear, little wind.

06:12 Aircraft heard from the west, two passes.

06:14 Post 3 saw impacts in Mill Street and at the market of Ostrel.

06:31 Smoke over the market. People carry water from the mill.

07:05 Post 5, road to Hadrim: two detonations to the north.

07:20 The depot north of Hadrim, held by the Front, was hit twice.

08:00 Report closed for the morning. Next report at noon.
`;

export const sessionMinutes = `MINUTES OF THE SESSION OF 9 MAY 2031
Invented for the sample. Nothing in it is about a real parliament.

The session was opened at ten. Present: 185 members.

Item 3, deployment of aircraft to Velm. The question was put without debate.

For: 181. Against: none. Abstained: 4.

The session was closed at ten past eleven.
`;
