import { randomUUID } from "node:crypto";
import type pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { connectAs } from "./test-database.ts";

// What the database refuses by itself about who says what, and about events, tried as the application's role.

let app: pg.Client;
let me: string;
let claimId: string;
let partyId: string;
let eventId: string;

const insert = async (table: string, row: Record<string, unknown>): Promise<void> => {
  const columns = { created_by_id: me, ...row };
  const places = Object.keys(columns).map((_, at) => `$${at + 1}`);
  await app.query(
    `INSERT INTO ${table} (${Object.keys(columns).join(", ")}) VALUES (${places.join(", ")})`,
    Object.values(columns),
  );
};
const refused = (attempt: Promise<unknown>, sqlState = "23514") =>
  expect(attempt).rejects.toMatchObject({ code: sqlState });
const long = (length: number) => "x".repeat(length);
const key = () => ({ id: randomUUID(), idempotency_key: randomUUID() });

const aParty = () => ({ id: randomUUID(), name: `P ${randomUUID()}`, kind: "person" });
const anEvent = () => ({ ...key(), name: "The flood" });
const aPosition = () => ({
  ...key(),
  claim_id: claimId,
  party_id: partyId,
  stance: "suggests",
  quote: "Who knows?",
  language: "en",
});

beforeEach(async () => {
  app = await connectAs("app");
  [me, claimId] = [randomUUID(), randomUUID()];
  await app.query(
    "INSERT INTO users (id, email, name, role, password_hash) VALUES ($1, $2, 'A person', 'checker', 'x')",
    [me, `${me}@example.org`],
  );
  const claim = { id: claimId, idempotency_key: randomUUID(), slug: `c-${claimId}`, wording: "A claim" };
  await insert("claims", { ...claim, kind: "place", language: "en" });
  const [party, event] = [aParty(), anEvent()];
  [partyId, eventId] = [party.id, event.id];
  await insert("parties", party);
  await insert("events", event);
});

test("no party speaks for itself, nor for one that is not there, and none is deleted", async () => {
  const id = randomUUID();
  await refused(insert("parties", { ...aParty(), id, speaks_for_id: id }));
  await refused(insert("parties", { ...aParty(), speaks_for_id: randomUUID() }), "23503");
  await refused(app.query("UPDATE parties SET speaks_for_id = id WHERE id = $1", [partyId]));
  await refused(app.query("DELETE FROM parties WHERE id = $1", [partyId]), "42501");
});

test.each([
  ["without a name", { name: "" }],
  ["with too long a name", { name: long(301) }],
  ["with a date without its precision", { happened_on: "1931-05-01" }],
  ["with a precision without a date", { happened_precision: "day" }],
  ["with a place without its precision", { place: "Heronsbridge" }],
  ["with a precision without a place", { place_precision: "town" }],
  ["with empty words for its date", { happened_words: "" }],
  ["with too long words for its date", { happened_words: long(201) }],
  ["with too long a description", { description: long(5001) }],
])("an event %s is refused", async (_what, change) => {
  await refused(insert("events", { ...anEvent(), ...change }));
});

test("an event is never deleted, and says of a party once whether it is involved", async () => {
  await refused(app.query("DELETE FROM events WHERE id = $1", [eventId]), "42501");
  const involved = { event_id: eventId, party_id: partyId, involved: true };
  await refused(insert("event_parties", { ...involved, note: long(1001) }));
  await insert("event_parties", involved);
  await refused(insert("event_parties", { ...involved, involved: false }), "23505");
  await refused(app.query("UPDATE claims SET event_id = $1", [randomUUID()]), "23503");
});

test.each([
  ["a translation without a translator", { translation: "Wer weiß?" }],
  ["a translator without a translation", { translator: "the desk" }],
  ["an empty translation", { translation: "", translator: "the desk" }],
  ["an empty translator", { translation: "Wer weiß?", translator: "" }],
  ["too long a translator", { translation: "Wer weiß?", translator: long(201) }],
  ["empty words for its date", { said_words: "" }],
  ["too long words for its date", { said_words: long(201) }],
])("a position with %s is refused", async (_what, change) => {
  await refused(insert("positions", { ...aPosition(), ...change }));
});

test("a claim has no empty and no long words for its date", async () => {
  for (const words of ["", long(201)])
    await refused(app.query("UPDATE claims SET said_words = $2 WHERE id = $1", [claimId, words]));
});

test("a relay chain has ten places, one party in each, and never changes; it goes with its position", async () => {
  const position = aPosition();
  await insert("positions", position);
  const relay = (place: number) =>
    app.query("INSERT INTO position_relays (position_id, place, party_id) VALUES ($1, $2, $3)", [
      position.id,
      place,
      partyId,
    ]);
  await relay(1);
  await relay(10);
  for (const place of [0, 11]) await refused(relay(place));
  await refused(relay(1), "23505");
  await refused(app.query("UPDATE position_relays SET place = 2 WHERE place = 1"), "42501");
  await app.query("DELETE FROM positions WHERE id = $1", [position.id]);
  const { rows } = await app.query("SELECT 1 FROM position_relays WHERE position_id = $1", [position.id]);
  expect(rows).toEqual([]);
});
