import { z } from "zod";
import { calendarDate } from "../calendar-date.ts";
import { kindOfNamed, partyKindIfNamed } from "../parties/schema.ts";
import { idempotencyKey, optionalText, text } from "../text.ts";

export const placePrecisions = ["spot", "town", "area", "country"] as const;
export const placePrecision = z.enum(placePrecisions, "Say how exactly the place is known.");
export type PlacePrecision = z.infer<typeof placePrecision>;

const eventFields = z.object({
  name: text("The name of the event", 300),
  happenedOn: calendarDate.default(""),
  /** The date in the source's own words: "before dawn on Thursday". */
  happenedWords: optionalText("The date in the source's words", 200),
  place: optionalText("The place", 300),
  /** "" where there is no place. */
  placePrecision: placePrecision.or(z.literal("")).default(""),
  description: optionalText("The description", 5000),
});
export type EventFields = z.infer<typeof eventFields>;

const placeIsWhole = ({ place, placePrecision }: EventFields) => (place === "") === (placePrecision === "");
const placeMessage = {
  message: "Say how exactly the place is known; without a place, leave this empty.",
  path: ["placePrecision"],
};

export const addEventInput = eventFields.extend({ idempotencyKey }).refine(placeIsWhole, placeMessage);
export type AddEventInput = z.infer<typeof addEventInput>;

export const reviseEventInput = eventFields
  .extend({ eventId: z.uuid(), version: z.int() })
  .refine(placeIsWhole, placeMessage);
export type ReviseEventInput = z.infer<typeof reviseEventInput>;

export const involvements = ["involved", "not_involved", "not_said"] as const;
export const involvement = z.enum(involvements, "Say whether the party is involved in the conflict.");
export type Involvement = z.infer<typeof involvement>;

const involvementFields = z.object({
  eventId: z.uuid(),
  partyId: z.uuid().or(z.literal("")).default(""),
  party: optionalText("The party", 300),
  partyKind: partyKindIfNamed,
  involvement,
  note: optionalText("The note", 1000),
  version: z.string().max(1100).default(""),
});
const named = kindOfNamed("partyKind", involvementFields.pick({ party: true, partyKind: true }));
/** The party is one that the desk has, by its id, or one that is named, and added where there is none yet. `version` is what the form saw of it, as `versionOf` writes it; "" where nobody has said. */
export const setInvolvementInput = involvementFields
  .refine(({ party, partyKind }) => party === "" || partyKind !== "", named)
  .refine((input) => (input.partyId === "") !== (input.party === ""), {
    message: "Name the party.",
    path: ["party"],
  });
export type SetInvolvementInput = z.infer<typeof setInvolvementInput>;

export const findEventsInput = z.object({ words: optionalText("The search", 200) });
