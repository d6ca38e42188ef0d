"use server";

import { defineAction } from "../action.ts";
import { leaveSuggestion, suggest, takeOverSuggestion, withdrawSuggestion } from "./commands.ts";
import { suggestInput, suggestionRef } from "./schema.ts";

export const suggestAction = defineAction(suggestInput, suggest);
export const takeOverSuggestionAction = defineAction(suggestionRef, takeOverSuggestion);
export const leaveSuggestionAction = defineAction(suggestionRef, leaveSuggestion);
export const withdrawSuggestionAction = defineAction(suggestionRef, withdrawSuggestion);
