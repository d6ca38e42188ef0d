import type { Investigation } from "../sample.ts";
import { around } from "./around.ts";
import { article, laterText } from "./article.ts";
import { openClaims } from "./open-claims.ts";
import { events, speaksFor } from "./people.ts";
import { sources } from "./sources.ts";
import { strikes } from "./strikes.ts";
import { toll } from "./toll.ts";

/** An invented event in an invented country: every stage, rating, grade and class of correction occurs. */
export const velm: Investigation = {
  article,
  laterText,
  events,
  speaksFor,
  sources,
  claims: [toll, ...strikes, ...around, ...openClaims],
  opinions: ["It was, the ministry's spokesman said, a good day for peace."],
};
