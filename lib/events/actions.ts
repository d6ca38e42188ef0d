"use server";

import { defineAction } from "../action.ts";
import { addEvent, reviseEvent, setInvolvement } from "./commands.ts";
import { findEvents } from "./queries.ts";
import { addEventInput, findEventsInput, reviseEventInput, setInvolvementInput } from "./schema.ts";

export const addEventAction = defineAction(addEventInput, addEvent);
export const reviseEventAction = defineAction(reviseEventInput, reviseEvent);
export const setInvolvementAction = defineAction(setInvolvementInput, setInvolvement);
/** Reads only; an action, so that a form can ask while somebody types. */
export const findEventsAction = defineAction(findEventsInput, (actor, input) =>
  findEvents(actor, input.words),
);
