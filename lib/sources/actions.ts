"use server";

import { defineAction } from "../action.ts";
import { addSource, captureAgain, groupSource, lookNow, markGraphic } from "./commands.ts";
import { findSources } from "./queries.ts";
import {
  addSourceInput,
  captureAgainInput,
  findSourcesInput,
  groupSourceInput,
  markGraphicInput,
  sourceRef,
} from "./schema.ts";

export const addSourceAction = defineAction(addSourceInput, addSource);
export const captureAgainAction = defineAction(captureAgainInput, captureAgain);
export const markGraphicAction = defineAction(markGraphicInput, markGraphic);
export const groupSourceAction = defineAction(groupSourceInput, groupSource);
export const lookNowAction = defineAction(sourceRef, lookNow);
/** Reads only; an action, so that a form can ask while somebody types. */
export const findSourcesAction = defineAction(findSourcesInput, (actor, input) =>
  findSources(actor, input.words),
);
