"use server";

import { defineAction } from "../action.ts";
import { addArticleVersionInput } from "../articles/schema.ts";
import {
  addPassage,
  assignClaim,
  logClaim,
  removePassage,
  reopenClaim,
  rewordClaim,
  setClaimEvent,
  shelveClaim,
  startChecking,
} from "./commands.ts";
import {
  addPassageInput,
  assignClaimInput,
  claimRef,
  logClaimInput,
  noteAlterationInput,
  removePassageInput,
  rewordClaimInput,
  setClaimEventInput,
  shelveClaimInput,
} from "./schema.ts";
import { addArticleVersion, noteAlteration } from "./versions.ts";

export const logClaimAction = defineAction(logClaimInput, logClaim);
export const addPassageAction = defineAction(addPassageInput, addPassage);
export const removePassageAction = defineAction(removePassageInput, removePassage);
export const rewordClaimAction = defineAction(rewordClaimInput, rewordClaim);
export const setClaimEventAction = defineAction(setClaimEventInput, setClaimEvent);
export const assignClaimAction = defineAction(assignClaimInput, assignClaim);
export const startCheckingAction = defineAction(claimRef, startChecking);
export const shelveClaimAction = defineAction(shelveClaimInput, shelveClaim);
export const reopenClaimAction = defineAction(claimRef, reopenClaim);
export const addArticleVersionAction = defineAction(addArticleVersionInput, addArticleVersion);
export const noteAlterationAction = defineAction(noteAlterationInput, noteAlteration);
