"use server";

import { defineAction } from "../action.ts";
import { changeSettings } from "./commands.ts";
import { reviseScale } from "./scale.ts";
import { scaleInput, settingsInput } from "./schema.ts";

export const changeSettingsAction = defineAction(settingsInput, changeSettings);
export const reviseScaleAction = defineAction(scaleInput, reviseScale);
