import type { RatingLook } from "./schema.ts";

/** What the sign of a rating looks like, for whoever chooses one. */
export const ratingLookNames: Record<RatingLook, string> = {
  "true check": "Check mark, green",
  "mostly-true tilde-check": "Check mark over a wave, green",
  "mixed half": "Half circle, amber",
  "mixed bracket": "Brackets, amber",
  "misleading tilde-cross": "Cross over a wave, orange",
  "misleading bend": "Bent arrow, orange",
  "false cross": "Cross, red",
  "contested arrows": "Two arrows, violet",
  "none clock": "Clock, grey",
  "none open-circle": "Open circle, grey",
};
