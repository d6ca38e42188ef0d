"use server";

import { defineAction } from "../action.ts";
import { proposeVerdict } from "./commands.ts";
import { proposeVerdictInput } from "./schema.ts";

export const proposeVerdictAction = defineAction(proposeVerdictInput, proposeVerdict);
