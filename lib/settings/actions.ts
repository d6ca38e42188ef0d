"use server";

import { defineAction } from "../action.ts";
import { changeSettings } from "./commands.ts";
import { settingsInput } from "./schema.ts";

export const changeSettingsAction = defineAction(settingsInput, changeSettings);
