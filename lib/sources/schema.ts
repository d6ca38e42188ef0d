import { z } from "zod";
import { calendarDate } from "../calendar-date.ts";
import { partyKind } from "../parties/schema.ts";
import { idempotencyKey, language, optionalText, optionalUrl, text } from "../text.ts";

export const sourceKinds = ["document", "page", "dataset", "recording", "interview"] as const;
export const sourceKind = z.enum(sourceKinds, "Say what kind of source this is.");
export type SourceKind = z.infer<typeof sourceKind>;

/** The fields of a source as every form that adds one asks for them; "" means none. */
export const sourceFields = z.object({
  kind: sourceKind,
  title: text("The title of the source", 500),
  url: optionalUrl,
  description: optionalText("The description", 2000),
  publisher: optionalText("The publisher", 300),
  publisherKind: partyKind.default("organisation"),
  publishedOn: calendarDate.default(""),
  language,
});
export type SourceFields = z.infer<typeof sourceFields>;

/** A source must be findable: by its address, or by words that say where it lies. */
export const canBeFound = (source: { url: string; description: string }): boolean =>
  source.url !== "" || source.description !== "";
export const canBeFoundMessage =
  "Give the address of the source or, where it has none, describe what it is and where it can be found.";

export const addSourceInput = sourceFields
  .extend({ idempotencyKey })
  .refine(canBeFound, { message: canBeFoundMessage, path: ["url"] });
export type AddSourceInput = z.infer<typeof addSourceInput>;

export const findSourcesInput = z.object({ words: optionalText("The search", 200) });
