import type { Member } from "../auth/schema.ts";

interface Decided {
  contributors: readonly string[];
}

const isEditor = (actor: Member): boolean => actor.role === "editor" || actor.role === "admin";

/** Every member submits and revises, and asks for a retraction. */
export const canSubmit = (_actor: Member): boolean => true;

/** Editors and admins decide on an edition, but nobody on what they helped to make. */
export const canReview = (actor: Member, edition: Decided): boolean =>
  isEditor(actor) && !edition.contributors.includes(actor.id);

/** Whoever helped to make it takes it out of review again. */
export const canWithdraw = (actor: Member, edition: Decided): boolean =>
  edition.contributors.includes(actor.id);

/** An approved edition is published, or put back into review, by any editor or admin: its text was decided on by a second person. */
export const canPublish = isEditor;
export const canTakeBack = isEditor;
