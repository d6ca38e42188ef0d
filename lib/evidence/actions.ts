"use server";

import { defineAction } from "../action.ts";
import { attachEvidence, removeEvidence } from "./commands.ts";
import { attachEvidenceInput, removeEvidenceInput } from "./schema.ts";

export const attachEvidenceAction = defineAction(attachEvidenceInput, attachEvidence);
export const removeEvidenceAction = defineAction(removeEvidenceInput, removeEvidence);
