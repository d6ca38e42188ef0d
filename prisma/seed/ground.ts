import { randomUUID } from "node:crypto";
import type { Member } from "#lib/auth/schema";
import { db } from "#lib/db";
import { addEvent, setInvolvement } from "#lib/events/commands";
import { addEventInput, setInvolvementInput } from "#lib/events/schema";
import { reviseParty } from "#lib/parties/commands";
import { setVisibility } from "#lib/publication/visibility";
import { addSource, markGraphic } from "#lib/sources/commands";
import { addSampleFile } from "./file.ts";
import type { Desk, Investigation, SampleParty } from "./sample.ts";

/** What the claims of an investigation stand on: the ids of its events and sources by their keys. */
export interface Ground {
  events: Map<string, string>;
  sources: Map<string, string>;
  /** The copies that were made of sources, by the source's key. */
  copies: Map<string, { snapshotId: string; text: string }>;
}

/** Adds the events, with who is involved in them, and the sources of an investigation. */
export async function prepare({ checker, admin }: Desk, { events, sources }: Investigation): Promise<Ground> {
  const ground: Ground = { events: new Map(), sources: new Map(), copies: new Map() };
  for (const [key, { involved = [], ...event }] of Object.entries(events)) {
    const { eventId } = await addEvent(
      checker,
      addEventInput.parse({ ...event, idempotencyKey: randomUUID() }),
    );
    ground.events.set(key, eventId);
    for (const { party, involved: is, note = "" } of involved) {
      const involvement = is ? "involved" : "not_involved";
      const named = { party: party.name, partyKind: party.kind };
      await setInvolvement(checker, setInvolvementInput.parse({ eventId, ...named, involvement, note }));
    }
  }
  for (const [key, { publisher, file, attestation, graphic, ...source }] of Object.entries(sources)) {
    const { sourceId } = await addSource(checker, {
      kind: "document",
      description: "",
      url: "",
      publishedOn: "",
      language: "en",
      capture: false,
      visibility: "public",
      ...source,
      publisher: publisher?.name ?? "",
      publisherKind: publisher?.kind ?? "organisation",
      idempotencyKey: randomUUID(),
    });
    ground.sources.set(key, sourceId);
    if (file)
      ground.copies.set(key, { text: file.text, snapshotId: await addSampleFile(checker, sourceId, file) });
    if (graphic) await markGraphic(checker, { sourceId, version: 1, graphic });
    // Whoever hides it counts as a contributor: not the editor, who is to approve what rests on it.
    const hidden = { visibility: "hidden", description: "", confirmed: false } as const;
    if (attestation) await setVisibility(admin, { sourceId, version: 1, ...hidden, attestation });
  }
  return ground;
}

/** Says who speaks for whom, once all of them are known to the desk. */
export async function nameSpeakers(checker: Member, { speaksFor }: Investigation): Promise<void> {
  for (const [speaker, whose] of speaksFor) {
    const { id: partyId, version, ...party } = await find(speaker);
    const { id } = await find(whose);
    const content = { ...party, description: party.description ?? "", speaksFor: id };
    await reviseParty(checker, { partyId, version, ...content });
  }
}

const find = ({ name, kind }: SampleParty) =>
  db.party.findFirstOrThrow({
    where: { name, kind },
    select: { id: true, name: true, kind: true, description: true, version: true },
  });
