"use server";

import { defineAction } from "../action.ts";
import { recordPosition, relateClaims, removePosition, unrelateClaims } from "./commands.ts";
import {
  recordPositionInput,
  relateClaimsInput,
  removePositionInput,
  unrelateClaimsInput,
} from "./schema.ts";

export const recordPositionAction = defineAction(recordPositionInput, recordPosition);
export const removePositionAction = defineAction(removePositionInput, removePosition);
export const relateClaimsAction = defineAction(relateClaimsInput, relateClaims);
export const unrelateClaimsAction = defineAction(unrelateClaimsInput, unrelateClaims);
