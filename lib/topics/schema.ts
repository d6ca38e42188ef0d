import { z } from "zod";
import { isClean, refusedCharacters } from "../text.ts";

const mostTopics = 5;

/** The names in a text with commas between them, each once however it is capitalised. */
export function parseTopics(text: string): string[] {
  const names = text.split(/[,،、]/).map((name) => name.replace(/\s+/gu, " ").trim());
  const once = new Map<string, string>();
  for (const name of names)
    if (name !== "" && !once.has(name.toLowerCase())) once.set(name.toLowerCase(), name);
  return [...once.values()];
}

/** `topics` are names with commas between them, as many as five; a name that differs in capitals alone is the same. `version` are those that the form saw, as `versionOf` writes them. */
export const setClaimTopicsInput = z.object({
  claimId: z.uuid(),
  topics: z
    .string()
    .max(1000, "Write at most five short topics.")
    .refine(isClean, refusedCharacters)
    .refine((value) => parseTopics(value).length <= mostTopics, "Name at most five topics.")
    .refine(
      (value) => parseTopics(value).every((name) => [...name].length <= 60),
      "A topic may have at most 60 characters. Put commas between topics.",
    ),
  version: z.string().max(1000).default(""),
});
export type SetClaimTopicsInput = z.output<typeof setClaimTopicsInput>;
