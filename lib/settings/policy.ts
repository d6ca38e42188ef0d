import type { Member } from "../auth/schema.ts";

export const canChangeSettings = (actor: Member): boolean => actor.role === "admin";
