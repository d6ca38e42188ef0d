import type { FigureQualifier, MeasureParts, PublicFigure } from "./schema.ts";

export const figureQualifierNames: Record<FigureQualifier, string> = {
  exactly: "exactly",
  about: "about",
  at_least: "at least",
  more_than: "more than",
  at_most: "at most",
  less_than: "less than",
  between: "between",
};

/** What a measure counts, in one line: "people: civilians killed, Velm province, 12 May 2031". */
export function measureName({ unit, what, status, place, period, base }: MeasureParts): string {
  const counted = [what, status].filter(Boolean).join(" ");
  const head = base ? `${unit} of ${base}: ${counted}` : `${unit}: ${counted}`;
  return [head, place, period].filter(Boolean).join(", ");
}

const written = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 6 });

type Bounds = Pick<PublicFigure, "words" | "qualifier" | "minimum" | "maximum">;

/** The figure as it is compared: "36", "at least 33", "27 to 41"; its words in quotation marks where it has no bounds. */
export function figureText({ words, qualifier, minimum, maximum }: Bounds): string {
  if (qualifier === null) return `“${words}”`;
  if (qualifier === "between" && minimum !== null && maximum !== null)
    return `${written(minimum)} to ${written(maximum)}`;
  const value = minimum ?? maximum;
  if (value === null) return `“${words}”`;
  return qualifier === "exactly" ? written(value) : `${figureQualifierNames[qualifier]} ${written(value)}`;
}
