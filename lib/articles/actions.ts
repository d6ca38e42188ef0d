"use server";

import { defineAction } from "../action.ts";
import { addArticle, reviseArticleDetails } from "./commands.ts";
import { markCoverage, unmarkCoverage } from "./coverage.ts";
import { captureArticleAgain, dismissPageChange, fetchArticle } from "./fetching.ts";
import {
  addArticleInput,
  captureArticleAgainInput,
  dismissPageChangeInput,
  fetchArticleInput,
  markCoverageInput,
  reviseArticleDetailsInput,
  unmarkCoverageInput,
} from "./schema.ts";

export const addArticleAction = defineAction(addArticleInput, addArticle);
export const fetchArticleAction = defineAction(fetchArticleInput, fetchArticle);
export const captureArticleAgainAction = defineAction(captureArticleAgainInput, captureArticleAgain);
export const dismissPageChangeAction = defineAction(dismissPageChangeInput, dismissPageChange);
export const reviseArticleDetailsAction = defineAction(reviseArticleDetailsInput, reviseArticleDetails);
export const markCoverageAction = defineAction(markCoverageInput, markCoverage);
export const unmarkCoverageAction = defineAction(unmarkCoverageInput, unmarkCoverage);
