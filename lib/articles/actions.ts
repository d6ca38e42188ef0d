"use server";

import { defineAction } from "../action.ts";
import { addArticle, reviseArticleDetails } from "./commands.ts";
import { addArticleInput, reviseArticleDetailsInput } from "./schema.ts";

export const addArticleAction = defineAction(addArticleInput, addArticle);
export const reviseArticleDetailsAction = defineAction(reviseArticleDetailsInput, reviseArticleDetails);
