import { z } from "zod";
import { calendarDate } from "../calendar-date.ts";
import { readTypedNumber } from "../digits.ts";
import { optionalText, text } from "../text.ts";

export const figureQualifiers = [
  "exactly",
  "about",
  "at_least",
  "more_than",
  "at_most",
  "less_than",
  "between",
] as const;
export const figureQualifier = z.enum(figureQualifiers, "Say how the number is meant: exactly, at least, …");
export type FigureQualifier = z.infer<typeof figureQualifier>;

/** What a number counts; "" where a part does not apply. Two measures with the same parts are the same measure. */
export const measureParts = z.object({
  /** people, sorties, hours, per cent */
  unit: z.string(),
  /** Who or what is counted. */
  what: z.string(),
  status: z.string(),
  place: z.string(),
  period: z.string(),
  /** Of what a share is a share. */
  base: z.string(),
});
export type MeasureParts = z.infer<typeof measureParts>;

/** A figure as readers see it; words without bounds ("millions") have no qualifier, minimum or maximum. */
export const publicFigure = z.object({
  measure: measureParts.extend({ id: z.uuid() }),
  /** As they stand in the quote. */
  words: z.string(),
  qualifier: figureQualifier.nullable(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  /** A partial ISO date. */
  asOf: z.string().nullable(),
});
export type PublicFigure = z.infer<typeof publicFigure>;

const oneLine = (value: string) => value.replace(/\s+/g, " ");
const part = (what: string, max: number) => optionalText(what, max).transform(oneLine);

/** The parts of a measure as a form asks for them. */
export const newMeasure = z.object({
  unit: text("The unit", 100).transform(oneLine),
  what: text("Who or what is counted", 200).transform(oneLine),
  status: part("The status", 100),
  place: part("The place", 200),
  period: part("The period", 200),
  base: part("The base", 200),
});

/** A number as it was typed; "" means none. */
const typedNumber = z
  .string()
  .default("")
  .transform((typed, context) => {
    if (typed.trim() === "") return null;
    const read = readTypedNumber(typed);
    if ("value" in read) return read.value;
    context.addIssue({ code: "custom", message: read.problem });
    return z.NEVER;
  });

const qualifierOrWords = z.enum(
  [...figureQualifiers, "words_only"],
  "Say how the number is meant: exactly, at least, …, or words only.",
);

const fields = z.object({
  claimId: z.uuid(),
  on: z.enum(["position", "evidence"]),
  /** The position or the piece of evidence that gives the figure. */
  ownerId: z.uuid(),
  words: text("The figure in words", 300),
  /** words_only: a quantity in words without bounds, such as "millions". */
  qualifier: qualifierOrWords,
  /** The number; for "between" the lower one. */
  number: typedNumber,
  upTo: typedNumber,
  asOf: calendarDate.default(""),
  /** A figure of the same position or evidence that this one takes the place of. */
  replaces: z.uuid().or(z.literal("")).default(""),
});

type Numbers = Pick<z.infer<typeof fields>, "qualifier" | "number" | "upTo">;

/** How the number is meant, and the numbers that go with it: beside which field, in which words, and when it is amiss. */
const amiss: [path: keyof Numbers, message: string, is: (given: Numbers) => boolean][] = [
  [
    "number",
    "Words only have no number. Remove it, or say how it is meant.",
    ({ qualifier, number }) => qualifier === "words_only" && number !== null,
  ],
  [
    "number",
    "The number is missing. Choose “words only” where the words give none.",
    ({ qualifier, number }) => qualifier !== "words_only" && number === null,
  ],
  [
    "upTo",
    "Only “between” has a second number. Remove it.",
    ({ qualifier, upTo }) => qualifier !== "between" && upTo !== null,
  ],
  ["upTo", "The upper number is missing.", ({ qualifier, upTo }) => qualifier === "between" && upTo === null],
  [
    "upTo",
    "The upper number must be greater than the lower one.",
    ({ qualifier, number, upTo }) =>
      qualifier === "between" && number !== null && upTo !== null && upTo <= number,
  ],
];

/** What it counts may be left open while checking, be a measure of the desk, or one that is defined in the same step. */
const given = z.discriminatedUnion("measureBy", [
  fields.extend({ measureBy: z.literal("none") }),
  fields.extend({
    measureBy: z.literal("known"),
    measureId: z.uuid("Choose a measure, define one, or leave it open."),
  }),
  fields.extend({ measureBy: z.literal("new"), ...newMeasure.shape }),
]);

const numbers = z.object({
  qualifier: qualifierOrWords,
  number: z.number().nullable(),
  upTo: z.number().nullable(),
});

/** Says all at once, also while other fields of the form are still wrong. */
export const addFigureInput = amiss.reduce(
  (schema, [path, message, is]) =>
    schema.refine((figure) => !is(figure), {
      path: [path],
      message,
      when: ({ value }) => numbers.safeParse(value).success,
    }),
  given,
);
export type AddFigureInput = z.infer<typeof addFigureInput>;

export const removeFigureInput = z.object({ claimId: z.uuid(), figureId: z.uuid() });
export const findMeasuresInput = z.object({ words: optionalText("The search", 200) });
