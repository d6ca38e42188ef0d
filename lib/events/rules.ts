import type { Involvement, PlacePrecision } from "./schema.ts";

/** How exactly a place is known, on every page. */
export const placePrecisionNames: Record<PlacePrecision, string> = {
  spot: "The exact spot",
  town: "Town or village",
  area: "Area or region",
  country: "Country",
};

/** Whether a party is involved in the conflict that the event belongs to, on every page. */
export const involvementNames: Record<Involvement, string> = {
  involved: "Involved in the conflict",
  not_involved: "Not involved",
  not_said: "Not said",
};

/** What each of them means for the checking, for the form. */
export const involvementMeanings: Record<Involvement, string> = {
  involved: "It takes part or takes a side; what it says counts as said by one of them.",
  not_involved: "It stands outside of the conflict.",
  not_said: "The desk has not settled it.",
};

/** What stands for what was said of a party when two people say it at once; "" where nobody has. */
export const versionOf = (said: { involved: boolean; note: string } | null): string =>
  said ? `${said.involved ? "involved" : "not involved"}: ${said.note}` : "";
