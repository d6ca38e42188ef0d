"use server";

import { defineAction } from "../action.ts";
import { addArticle, reviseArticleDetails } from "./commands.ts";
import { markCoverage, unmarkCoverage } from "./coverage.ts";
import {
  addArticleInput,
  markCoverageInput,
  reviseArticleDetailsInput,
  unmarkCoverageInput,
} from "./schema.ts";

export const addArticleAction = defineAction(addArticleInput, addArticle);
export const reviseArticleDetailsAction = defineAction(reviseArticleDetailsInput, reviseArticleDetails);
export const markCoverageAction = defineAction(markCoverageInput, markCoverage);
export const unmarkCoverageAction = defineAction(unmarkCoverageInput, unmarkCoverage);
