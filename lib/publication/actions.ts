"use server";

import { defineAction } from "../action.ts";
import { articleRef } from "../articles/schema.ts";
import { approveInput, editionRef } from "../editions/schema.ts";
import { setVisibilityInput } from "../sources/schema.ts";
import {
  approveAndPublish,
  closeFullText,
  openFullText,
  publishEdition,
  publishTogether,
} from "./commands.ts";
import { schedulePublication, unschedulePublication } from "./scheduling.ts";
import { publishTogetherInput, scheduleInput } from "./schema.ts";
import { setVisibility } from "./visibility.ts";

export const publishEditionAction = defineAction(editionRef, publishEdition);
export const approveAndPublishAction = defineAction(approveInput, approveAndPublish);
export const publishTogetherAction = defineAction(publishTogetherInput, publishTogether);
export const schedulePublicationAction = defineAction(scheduleInput, schedulePublication);
export const unschedulePublicationAction = defineAction(editionRef, unschedulePublication);
export const openFullTextAction = defineAction(articleRef, openFullText);
export const setVisibilityAction = defineAction(setVisibilityInput, setVisibility);
export const closeFullTextAction = defineAction(articleRef, closeFullText);
