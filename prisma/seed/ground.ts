import { randomUUID } from "node:crypto";
import type { Member } from "#lib/auth/schema";
import { addSource } from "#lib/sources/commands";
import type { Investigation } from "./sample.ts";

/** What the claims of an investigation stand on: the ids of its sources by their keys. */
export interface Ground {
  sources: Map<string, string>;
}

/** Adds the sources of an investigation. */
export async function prepare(checker: Member, { sources }: Pick<Investigation, "sources">): Promise<Ground> {
  const ground: Ground = { sources: new Map() };
  for (const [key, { publisher, ...source }] of Object.entries(sources)) {
    const { sourceId } = await addSource(checker, {
      kind: "document",
      description: "",
      url: "",
      publishedOn: "",
      language: "en",
      ...source,
      publisher: publisher?.name ?? "",
      publisherKind: publisher?.kind ?? "organisation",
      idempotencyKey: randomUUID(),
    });
    ground.sources.set(key, sourceId);
  }
  return ground;
}
