import { z } from "zod";
import { calendarDate } from "../calendar-date.ts";
import { partyKind } from "../parties/schema.ts";
import { areWell, idempotencyKey, language, optionalText, optionalUrl, text } from "../text.ts";

export const sourceKinds = ["document", "page", "dataset", "recording", "interview"] as const;
export const sourceKind = z.enum(sourceKinds, "Say what kind of source this is.");
export type SourceKind = z.infer<typeof sourceKind>;

/**
 * Who may see a source. described: readers, and members who did not add it, see its description alone. hidden: they see
 * what an editor vouches for.
 */
export const sourceVisibilities = ["public", "described", "hidden"] as const;
export const sourceVisibility = z.enum(sourceVisibilities, "Say who may see this source.");
export type SourceVisibility = z.infer<typeof sourceVisibility>;

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
  /** An editor hides it later, once they have seen what they vouch for. */
  visibility: z.enum(["public", "described"], "Say who may see this source.").default("public"),
});
export type SourceFields = z.infer<typeof sourceFields>;

/** A source must be findable: by its address, or by words that say where it lies. */
export const canBeFound = (source: { url: string; description: string }): boolean =>
  source.url !== "" || source.description !== "";
export const canBeFoundMessage =
  "Give the address of the source or, where it has none, describe what it is and where it can be found.";

/** A described source is told to readers in its description. */
export const isDescribed = (source: { visibility: string; description: string }): boolean =>
  source.visibility !== "described" || source.description !== "";
export const isDescribedMessage = "Describe the source: these are the words that readers see instead of it.";

/** A publisher becomes a party, which the whole desk and the log that stays for good know by name. */
export const keepsPublisher = (source: { visibility: string; publisher: string }): boolean =>
  source.visibility === "public" || source.publisher === "";
export const keepsPublisherMessage =
  "Leave the publisher of a confidential source out: it would stand among the desk’s parties and in its log. The title may name it; the title stays confidential.";

const when = areWell(sourceFields.pick({ url: true, description: true, publisher: true, visibility: true }));

export const addSourceInput = sourceFields
  .extend({ idempotencyKey })
  .refine(canBeFound, { message: canBeFoundMessage, path: ["url"], when })
  .refine(isDescribed, { message: isDescribedMessage, path: ["description"], when })
  .refine(keepsPublisher, { message: keepsPublisherMessage, path: ["publisher"], when });
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
  sourceVisibility: sourceFields.shape.visibility,
});
export type ChosenSource = z.infer<typeof knownSource> | z.infer<typeof newSource>;

const whenNew = areWell(
  newSource.pick({ sourceUrl: true, sourceDescription: true, sourcePublisher: true, sourceVisibility: true }),
);

type Choice = { by: string } | ChosenSource;
type New = z.infer<typeof newSource>;
const ofNew = (holds: (source: New) => boolean) => (chosen: Choice) =>
  !("sourceUrl" in chosen) || holds(chosen);

/** For the forms that let one choose: what must hold of a new source among them, beside which field, in which words. */
export const newSourceRules: [
  holds: (chosen: Choice) => boolean,
  said: { message: string; path: string[]; when: typeof whenNew },
][] = [
  [
    ofNew((s) => canBeFound({ url: s.sourceUrl, description: s.sourceDescription })),
    { message: canBeFoundMessage, path: ["sourceUrl"], when: whenNew },
  ],
  [
    ofNew((s) => isDescribed({ visibility: s.sourceVisibility, description: s.sourceDescription })),
    { message: isDescribedMessage, path: ["sourceDescription"], when: whenNew },
  ],
  [
    ofNew((s) => keepsPublisher({ visibility: s.sourceVisibility, publisher: s.sourcePublisher })),
    { message: keepsPublisherMessage, path: ["sourcePublisher"], when: whenNew },
  ],
];

export const findSourcesInput = z.object({ words: optionalText("The search", 200) });

const seen = { sourceId: z.uuid(), version: z.int() };

/** `description` for a described source, `attestation` for a hidden one; `confirmed` before readers see it whole again. */
export const setVisibilityInput = z
  .object({
    ...seen,
    visibility: sourceVisibility,
    description: optionalText("The description", 2000),
    attestation: optionalText("The attestation", 1000),
    confirmed: z.boolean().default(false),
  })
  .refine(isDescribed, { message: isDescribedMessage, path: ["description"] })
  .refine(({ visibility, attestation }) => visibility !== "hidden" || attestation !== "", {
    message: "Say what you vouch for: these are the words that readers see instead of the source.",
    path: ["attestation"],
  });
export type SetVisibilityInput = z.infer<typeof setVisibilityInput>;

export const markGraphicInput = z.object({ ...seen, graphic: z.boolean() });
export const groupSourceInput = z.object({
  ...seen,
  independenceGroup: optionalText("The name of the common origin", 100),
});
export const sourceRef = z.object({ sourceId: z.uuid() });

/** What is known of a source's address. */
export interface Link {
  state: "alive" | "gone" | "unreachable";
  since: Date;
  /** A sentence for people; null exactly while it is alive. */
  reason: string | null;
}

/** What one look at an address found: the page, no page where one was, or nothing that says either. */
export type Found = { state: "alive"; reason: null } | { state: "missing" | "unreachable"; reason: string };
