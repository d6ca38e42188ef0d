"use server";

import { defineAction } from "../action.ts";
import { answerRequest, takeUpRequest } from "./commands.ts";
import { answerInput, requestRef } from "./schema.ts";

export const takeUpRequestAction = defineAction(requestRef, takeUpRequest);
export const answerRequestAction = defineAction(answerInput, answerRequest);
