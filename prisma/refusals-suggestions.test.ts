import { randomUUID } from "node:crypto";
import type pg from "pg";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { aDesk, aReadyClaim, submit, type Desk } from "./workflow-factories.ts";
import { connectAs } from "./test-database.ts";

// What the database refuses by itself about suggestions, tried as the application's role.

let desk: Desk;
let app: pg.Client;
let claimId: string;
let editionId: string;

beforeAll(async () => {
  desk = await aDesk();
});
beforeEach(async () => {
  app = await connectAs("app");
  ({ claimId } = await aReadyClaim(desk.checker));
  ({ editionId } = await submit(desk.checker, claimId));
});

const refused = (attempt: Promise<unknown>, sqlState: string) =>
  expect(attempt).rejects.toMatchObject({ code: sqlState });

async function suggest(
  change: { by?: string; claim?: string; after?: string; outcome?: string } = {},
): Promise<string> {
  const id = randomUUID();
  await app.query(
    `INSERT INTO suggestions (id, claim_id, edition_id, field, before, after, suggested_by_id, outcome)
     VALUES ($1, $2, $3, 'finding', 'before', $4, $5, $6)`,
    [
      id,
      change.claim ?? claimId,
      editionId,
      change.after ?? "after",
      change.by ?? desk.editor.id,
      change.outcome ?? null,
    ],
  );
  return id;
}
const decide = (id: string, outcome: string, by: string | null) =>
  app.query(
    "UPDATE suggestions SET outcome = $2, decided_by_id = $3, decided_at = clock_timestamp() WHERE id = $1",
    [id, outcome, by],
  );

test("only an editor who did not help to make it suggests for an edition, while it is in review", async () => {
  await refused(suggest({ by: desk.checker.id }), "23514");
  await refused(suggest({ by: desk.second.id }), "23514");
  await refused(suggest({ by: randomUUID() }), "23514");
  await refused(suggest({ claim: (await aReadyClaim(desk.checker)).claimId }), "23514");
  await refused(suggest({ after: "before" }), "23514");
  await refused(suggest({ outcome: "left" }), "23514");
  await suggest();
  await refused(suggest(), "23505");
  await app.query("UPDATE editions SET state = 'withdrawn' WHERE id = $1", [editionId]);
  await refused(suggest(), "23514");
});

test("a suggestion is decided once, by somebody else, and nothing of it is changed or deleted", async () => {
  const id = await suggest();
  await refused(decide(id, "taken_over", desk.editor.id), "23514");
  await refused(decide(id, "withdrawn", desk.checker.id), "23514");
  await refused(decide(id, "left", null), "23514");
  await refused(app.query("UPDATE suggestions SET after = 'x' WHERE id = $1", [id]), "42501");
  await decide(id, "left", desk.checker.id);
  await refused(decide(id, "taken_over", desk.checker.id), "42501");
  await refused(app.query("DELETE FROM suggestions WHERE id = $1", [id]), "42501");
});
