import type { Member } from "../auth/schema.ts";

/** Every member sets right what the desk knows of a party; whoever does so contributes to what shows it. */
export const canReviseParties = (actor: Member): boolean =>
  ["checker", "editor", "admin"].includes(actor.role);
