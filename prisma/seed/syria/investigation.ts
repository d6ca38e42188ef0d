import type { Investigation } from "../sample.ts";
import { article } from "./article.ts";
import { contestedClaims } from "./contested-claims.ts";
import { openClaims } from "./open-claims.ts";
import { events, sources, speaksFor } from "./people.ts";
import { unverifiedClaims } from "./unverified-claims.ts";

/** A real article, of which the sample knows nothing but what it reports. */
export const syria: Investigation = {
  article,
  events,
  speaksFor,
  sources,
  claims: [...contestedClaims, ...unverifiedClaims, ...openClaims],
  opinions: ["To demand that Assad go while the country is in such a state was unrealistic, Lavrov said."],
};
