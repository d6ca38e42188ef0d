import type { Member } from "../auth/schema.ts";

/** Every member adds sources, since every member attaches evidence. */
export const canAddSources = (actor: Member): boolean => ["checker", "editor", "admin"].includes(actor.role);
