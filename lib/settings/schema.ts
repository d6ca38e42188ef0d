import { z } from "zod";
import { isClean, language, optionalMarkdown, refusedCharacters, text } from "../text.ts";

const most = 10_000;

/** What a desk says about itself; the four texts are Markdown, and "" means that it has not said. */
export const settingsInput = z.object({
  deskName: text("The name of the desk", 200),
  /** The language that the desk itself writes in; each new edition keeps it. */
  deskLanguage: language,
  funding: optionalMarkdown("The text about funding", most),
  staff: optionalMarkdown("The text about the people", most),
  corrections: optionalMarkdown("The text about corrections", most),
  contact: optionalMarkdown("The text about contact", most),
  /** Whether the addresses of sources are looked at from time to time. */
  checkLinks: z.boolean(),
  /** Whether such looks keep to what a site says in robots.txt. */
  keepToRobots: z.boolean(),
  version: z.int(),
});
export type SettingsInput = z.infer<typeof settingsInput>;

/** How a rating of the desk's own can look: hue and glyph, each of which is told from every other without colour. */
export const ratingLooks = [
  "true check",
  "mostly-true tilde-check",
  "mixed half",
  "mixed bracket",
  "misleading tilde-cross",
  "misleading bend",
  "false cross",
  "contested arrows",
  "none clock",
  "none open-circle",
] as const;
export type RatingLook = (typeof ratingLooks)[number];

/** A rating in the form of the scale. `look` and `unresolved` count for one that is new; others keep what they have. */
const scaleRating = z.object({
  /** "" for a new one. */
  code: z.string().max(60).refine(isClean, refusedCharacters),
  name: text("The name", 40),
  definition: text("The definition", 400),
  look: z.enum(ratingLooks),
  /** May stand without evidence that shows what is so, with the search recorded. */
  unresolved: z.boolean(),
});

export const mostRatings = 20;

/** The whole scale in its order, the best-supported first as a rule. `version` is that of the scale that the form saw. */
export const scaleInput = z
  .object({
    version: z.int().min(1),
    ratings: z
      .array(scaleRating)
      .min(2, "A scale has at least two ratings.")
      .max(mostRatings, `A scale has at most ${mostRatings} ratings.`),
  })
  .superRefine(({ ratings }, context) => {
    const refuse = (at: number, message: string) =>
      context.addIssue({ code: "custom", path: ["ratings", at, "name"], message });
    const seen = { code: new Set<string>(), name: new Set<string>() };
    for (const [at, { code, name }] of ratings.entries()) {
      if (seen.name.has(name.toLowerCase()))
        refuse(at, "Another rating has this name. Give it one of its own.");
      else if (code !== "" && seen.code.has(code)) refuse(at, "This rating is in the scale twice.");
      seen.name.add(name.toLowerCase());
      seen.code.add(code);
    }
  });
export type ScaleInput = z.infer<typeof scaleInput>;
export type ScaleRating = ScaleInput["ratings"][number];

/** The texts that readers find on the page of policies. */
export type Policies = Omit<SettingsInput, "checkLinks" | "keepToRobots" | "version">;

/** The database roles in use, and whether PostgreSQL itself keeps them apart. */
export interface DatabaseRoles {
  owner: string;
  application: string;
  readers: string;
  /** The application cannot rewrite what is permanent. */
  applicationIsHeld: boolean;
  /** The readers' side cannot read drafts. */
  readersAreHeld: boolean;
}
