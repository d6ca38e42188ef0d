import type { Member } from "../auth/schema.ts";

/** Every member adds articles and sets their title, outlet and dates right. */
export const canWorkOnArticles = (actor: Member): boolean =>
  ["checker", "editor", "admin"].includes(actor.role);

/** The whole text becomes public by an editor who did not add the version that is opened. */
export const canOpenFullText = (actor: Member, addedBy: readonly string[]): boolean =>
  actor.role !== "checker" && !addedBy.includes(actor.id);

export const canCloseFullText = (actor: Member): boolean => actor.role !== "checker";
