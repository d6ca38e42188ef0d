import { z } from "zod";

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
