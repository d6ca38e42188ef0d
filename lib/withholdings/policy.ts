import type { Member } from "../auth/schema.ts";

interface Withheld {
  withheldById: string;
  confirmedById: string | null;
}

/** One editor or admin takes a page or an edition from readers at once, whoever made it. */
export const canWithhold = (actor: Member): boolean => actor.role === "editor" || actor.role === "admin";

/** Another one confirms it. */
export const canConfirm = (actor: Member, { withheldById, confirmedById }: Withheld): boolean =>
  canWithhold(actor) && confirmedById === null && withheldById !== actor.id;

/** Whoever withheld it takes that back while nobody else has looked; once it is confirmed, another editor lifts it. */
export const canLift = (actor: Member, { withheldById, confirmedById }: Withheld): boolean =>
  canWithhold(actor) && (confirmedById === null || withheldById !== actor.id);
