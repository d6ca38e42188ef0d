"use server";

import { defineAction } from "../action.ts";
import { addSource, captureAgain } from "./commands.ts";
import { findSources } from "./queries.ts";
import { addSourceInput, captureAgainInput, findSourcesInput } from "./schema.ts";

export const addSourceAction = defineAction(addSourceInput, addSource);
export const captureAgainAction = defineAction(captureAgainInput, captureAgain);
/** Reads only; an action, so that a form can ask while somebody types. */
export const findSourcesAction = defineAction(findSourcesInput, (actor, input) =>
  findSources(actor, input.words),
);
