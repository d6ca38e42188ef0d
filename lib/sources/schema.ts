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
  /** Whether a copy of the page at its address is taken at once. */
  capture: z.boolean().default(true),
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

export const captureAgainInput = z.object({ sourceId: z.uuid(), idempotencyKey });
export type CaptureAgainInput = z.infer<typeof captureAgainInput>;

export const addFileFields = z.object({
  sourceId: z.uuid("There is no such source."),
  fileName: text("The name of the file", 300),
  idempotencyKey,
});
export type AddFileInput = z.infer<typeof addFileFields> & { sha256: string };

/** In a form about something else: a source that the desk has already … */
export const knownSource = z.object({
  by: z.literal("known"),
  sourceId: z.uuid("Choose a source, or add a new one."),
});

/** … or one that is added in the same step; its fields carry the word source, since the form has others. */
export const newSource = z.object({
  by: z.literal("new"),
  sourceKind,
  sourceTitle: sourceFields.shape.title,
  sourceUrl: sourceFields.shape.url,
  sourceDescription: sourceFields.shape.description,
  sourcePublisher: sourceFields.shape.publisher,
  sourcePublisherKind: sourceFields.shape.publisherKind,
  sourcePublishedOn: sourceFields.shape.publishedOn,
  sourceLanguage: language,
  sourceCapture: sourceFields.shape.capture,
});
export type ChosenSource = z.infer<typeof knownSource> | z.infer<typeof newSource>;

/** For the forms that let one choose: a new source among them must be findable too. */
export const isFindableChoice = (chosen: { by: string } | ChosenSource): boolean =>
  !("sourceUrl" in chosen) || canBeFound({ url: chosen.sourceUrl, description: chosen.sourceDescription });
export const findableChoice = { message: canBeFoundMessage, path: ["sourceUrl"] };

export const findSourcesInput = z.object({ words: optionalText("The search", 200) });
