"use server";

import { defineAction } from "../action.ts";
import { claimRef } from "../claims/schema.ts";
import {
  abandonRevision,
  approveEdition,
  requestChanges,
  retractClaim,
  startRevising,
  submitForReview,
  takeBackEdition,
  withdrawEdition,
} from "./commands.ts";
import {
  approveInput,
  editionRef,
  requestChangesInput,
  retractInput,
  submitInput,
  waiveItemInput,
  waiverRef,
} from "./schema.ts";
import { waiveItem, withdrawWaiver } from "./waivers.ts";

export const submitForReviewAction = defineAction(submitInput, submitForReview);
export const retractClaimAction = defineAction(retractInput, retractClaim);
export const withdrawEditionAction = defineAction(editionRef, withdrawEdition);
export const requestChangesAction = defineAction(requestChangesInput, requestChanges);
export const approveEditionAction = defineAction(approveInput, approveEdition);
export const takeBackEditionAction = defineAction(editionRef, takeBackEdition);
export const startRevisingAction = defineAction(claimRef, startRevising);
export const abandonRevisionAction = defineAction(claimRef, abandonRevision);
export const waiveItemAction = defineAction(waiveItemInput, waiveItem);
export const withdrawWaiverAction = defineAction(waiverRef, withdrawWaiver);
