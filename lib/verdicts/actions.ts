"use server";

import { defineAction } from "../action.ts";
import { proposeVerdict } from "./commands.ts";
import { requestComment, updateRequest } from "./requests.ts";
import { proposeVerdictInput, requestCommentInput, updateRequestInput } from "./schema.ts";

export const proposeVerdictAction = defineAction(proposeVerdictInput, proposeVerdict);
export const requestCommentAction = defineAction(requestCommentInput, requestComment);
export const updateRequestAction = defineAction(updateRequestInput, updateRequest);
