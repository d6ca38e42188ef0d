import type { PartyKind } from "./schema.ts";

/** The words for a kind of party on every page. */
export const partyKindNames: Record<PartyKind, string> = {
  person: "Person",
  organisation: "Organisation",
  government: "Government",
  armed_force: "Armed force",
  outlet: "Outlet",
  unnamed: "Unnamed source",
};
