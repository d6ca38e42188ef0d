import slugify from "@sindresorhus/slugify";
import { measureName } from "../figures/rules.ts";
import type { MeasureParts } from "../figures/schema.ts";
import type { PartyKind } from "../parties/schema.ts";

/** The part of an address that stays when the name in it changes: the end of the id, 62 of whose bits are random. */
export const keyOf = (id: string): string => id.replaceAll("-", "").slice(-16);

/** The key in the last part of an address that was made by `slugOf`; null where none can be. */
export const keyIn = (slug: string): string | null => /(?:^|-)([\da-f]{16})$/.exec(slug)?.[1] ?? null;

/** The words that are read, then the key that is looked up. */
export function slugOf(name: string, key: string): string {
  const words = slugify(name, { decamelize: false }).slice(0, 80).replace(/-+$/, "");
  return words ? `${words}-${key}` : key;
}

export const partyPath = (name: string, key: string): string => `/parties/${slugOf(name, key)}`;
/** Names of topics are never changed: their slug is the whole of it. */
export const topicPath = (slug: string): string => `/topics/${slug}`;
export const measurePath = (name: string, key: string): string => `/measures/${slugOf(name, key)}`;

/** The page of a party of a document; null for an unnamed source, since two of them may be two people. */
export const pathOfParty = (party: { id: string | null; name: string; kind: PartyKind }): string | null =>
  party.id === null || party.kind === "unnamed" ? null : partyPath(party.name, keyOf(party.id));

export const pathOfMeasure = (measure: MeasureParts & { id: string }): string =>
  measurePath(measureName(measure), keyOf(measure.id));
