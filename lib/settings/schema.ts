import { z } from "zod";
import { language, optionalMarkdown, text } from "../text.ts";

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
