"use server";

import { defineAction } from "../action.ts";
import { approveInput, editionRef } from "../editions/schema.ts";
import { approveAndPublish, publishEdition } from "./commands.ts";

export const publishEditionAction = defineAction(editionRef, publishEdition);
export const approveAndPublishAction = defineAction(approveInput, approveAndPublish);
