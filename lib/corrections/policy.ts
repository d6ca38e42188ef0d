import type { Member } from "../auth/schema.ts";

/** Every member may look into what a reader reports. */
export const canTakeUp = (actor: Member): boolean => ["checker", "editor", "admin"].includes(actor.role);

/** The answer is the desk's word to a reader, so it is an editor's to give. */
export const canAnswer = (actor: Member): boolean => actor.role === "editor" || actor.role === "admin";
