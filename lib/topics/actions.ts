"use server";

import { defineAction } from "../action.ts";
import { setClaimTopics } from "./commands.ts";
import { setClaimTopicsInput } from "./schema.ts";

export const setClaimTopicsAction = defineAction(setClaimTopicsInput, setClaimTopics);
