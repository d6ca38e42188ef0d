import type { Member } from "../auth/schema.ts";

/** Every member captures pages and adds files, since every member attaches evidence. */
export const canCapture = (actor: Member): boolean => ["checker", "editor", "admin"].includes(actor.role);
