"use server";

import { defineAction } from "../action.ts";
import { addFigure, removeFigure } from "./commands.ts";
import { findMeasures } from "./queries.ts";
import { addFigureInput, findMeasuresInput, removeFigureInput } from "./schema.ts";

export const addFigureAction = defineAction(addFigureInput, addFigure);
export const removeFigureAction = defineAction(removeFigureInput, removeFigure);
/** Reads only; an action, so that a form can ask while somebody types. */
export const findMeasuresAction = defineAction(findMeasuresInput, (actor, input) =>
  findMeasures(actor, input.words),
);
