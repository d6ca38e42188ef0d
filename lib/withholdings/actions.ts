"use server";

import { defineAction } from "../action.ts";
import { confirmWithholding, liftWithholding, withhold } from "./commands.ts";
import { liftInput, withholdingRef, withholdInput } from "./schema.ts";

export const withholdAction = defineAction(withholdInput, withhold);
export const confirmWithholdingAction = defineAction(withholdingRef, confirmWithholding);
export const liftWithholdingAction = defineAction(liftInput, liftWithholding);
