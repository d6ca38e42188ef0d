import type { Member } from "../auth/schema.ts";

/** Every member logs, words, assigns and shelves claims and attaches what bears on them. */
export const canWorkOnClaims = (actor: Member): boolean =>
  ["checker", "editor", "admin"].includes(actor.role);
