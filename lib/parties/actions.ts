"use server";

import { defineAction } from "../action.ts";
import { reviseParty } from "./commands.ts";
import { listParties } from "./queries.ts";
import { findPartiesInput, revisePartyInput } from "./schema.ts";

export const revisePartyAction = defineAction(revisePartyInput, reviseParty);
/** Reads only; an action, so that a form can ask while somebody types. */
export const findPartiesAction = defineAction(findPartiesInput, (actor, input) =>
  listParties(actor, input.words),
);
