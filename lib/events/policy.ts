import type { Member } from "../auth/schema.ts";

/** Every member adds events and sets them right; whoever does so contributes to what shows them. */
export const canWorkOnEvents = (actor: Member): boolean =>
  ["checker", "editor", "admin"].includes(actor.role);
