import type { CorrectionClass } from "../editions/schema.ts";
import type { PublicRating } from "../publication/schema.ts";

/** One entry of the corrections list: an edition after the first, unless it only mended a slip. */
export interface Correction {
  slug: string;
  number: number;
  wording: string;
  language: string;
  editionNumber: number;
  class: CorrectionClass;
  reason: string;
  /** ISO instant, UTC */
  publishedAt: string;
  /** The ratings of the edition before and of this one; a retraction has no new one. */
  before: PublicRating | null;
  after: PublicRating | null;
}
