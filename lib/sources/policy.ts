import type { Member } from "../auth/schema.ts";
import { seesConfidential } from "../auth/rules.ts";
import type { SourceVisibility } from "./schema.ts";

interface Kept {
  visibility: SourceVisibility;
  createdById: string;
}

/** Every member adds sources, since every member attaches evidence. */
export const canAddSources = (actor: Member): boolean => ["checker", "editor", "admin"].includes(actor.role);

/** A public source everybody; any other one editors, admins, and the member who added it. */
export const canSeeConfidential = (actor: Member, source: Kept): boolean =>
  source.visibility === "public" || seesConfidential(actor, source.createdById);

/** Everybody who sees a source describes a public one; what an editor hid, and what is to be public again, is for editors and admins. */
export const canSetVisibility = (actor: Member, source: Kept, to: SourceVisibility): boolean =>
  actor.role !== "checker" ||
  (canSeeConfidential(actor, source) && source.visibility !== "hidden" && to === "described");

/** What is graphic is covered for everybody, so everybody may say that it is. */
export const canMarkGraphic = canAddSources;

/** The origin may give a confidential source away: only who sees the source says where it goes back to. */
export const canGroupSource = canSeeConfidential;
