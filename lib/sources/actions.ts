"use server";

import { defineAction } from "../action.ts";
import { addSource } from "./commands.ts";
import { findSources } from "./queries.ts";
import { addSourceInput, findSourcesInput } from "./schema.ts";

export const addSourceAction = defineAction(addSourceInput, addSource);
/** Reads only; an action, so that a form can ask while somebody types. */
export const findSourcesAction = defineAction(findSourcesInput, (actor, input) =>
  findSources(actor, input.words),
);
