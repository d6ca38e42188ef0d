import { publicNumber } from "../claims/rules.ts";
import type { PublicView, PublishedEditionFacts } from "./schema.ts";

/** What the picture of a claim says; the server draws it. */
export interface Card {
  deskName: string;
  number: string;
  wording: string;
  claimant: string;
  rating: { name: string; hue: string; glyph: string };
  retracted: boolean;
  sample: boolean;
}

/** The media type under which the application answers a card. */
export const cardType = "application/vnd.assay.card+json";

export const cardOf = (view: PublicView, edition: PublishedEditionFacts): Card => ({
  deskName: edition.deskName,
  number: publicNumber(view.claim.number),
  wording: view.claim.wording,
  claimant: view.claimant?.name ?? "an unknown party",
  rating: view.verdict.rating,
  retracted: view.retraction !== null,
  sample: view.sample,
});
