import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { openDesk, roles, type Desk } from "./desk.ts";
import { actionRows } from "./expectations.ts";
import type { ActionRow } from "./outcomes.ts";
import { extraKeys, marks } from "./extra-keys.ts";
import type { Person } from "./person.ts";
import { difference, Rows } from "./rows.ts";
import * as subjects from "./subjects.ts";

let desk: Desk;
let rows: Rows;
let bystander: Person;

test.beforeAll(async () => {
  desk = await openDesk();
  rows = await Rows.open();
  bystander = await desk.join("checker");
  // What the inputs name, and what readers find published claims by, exists from here on: the same call makes the same rows
  // each time, whichever test comes first.
  await subjects.measure(desk.checker);
  const { claimId } = await subjects.readyClaim(desk.checker);
  const position = await actionRows["disputes.recordPosition"]?.input(desk);
  await desk.checker.do("disputes.recordPosition", { ...position, claimId });
  await subjects.publishedClaim(desk.checker, desk.editor);
});

test.afterAll(() => rows.close());

/** A search for nothing finds what is newest. */
const isSearch = (name: string) => /\.find(Sources|Measures|Events|Parties)$/.test(name);

for (const [name, row] of Object.entries(actionRows)) {
  test(`${name} writes what its input has and nothing that is sent beside it`, async () => {
    const plain = await changesBy(name, row, {});
    await fc.assert(
      fc.asyncProperty(extraKeys(bystander.id), async (extra) => {
        expect(await changesBy(name, row, extra)).toEqual(plain);
      }),
      { numRuns: 1, endOnFailure: true },
    );
  });

  test(`${name} refuses ids of nothing and values of the wrong kind, and never breaks`, async () => {
    const caller = await callerOf(row);
    const input: Record<string, unknown> = { ...(await row.input(desk)) };
    for (const key of Object.keys(input).filter((each) => each.endsWith("Id"))) {
      const said = await caller.outcome(name, { ...input, [key]: randomUUID() });
      expect(["not_found", ...(key === "assigneeId" ? ["invalid"] : [])], key).toContain(said);
      const wrong: unknown[] = ["x", "' OR 1=1 --", "0".repeat(36), 7, {}, [input[key]], { $ne: null }];
      if (key !== "assigneeId") wrong.push(null);
      const outcomes = await outcomesOf(
        caller,
        name,
        wrong.map((value) => ({ ...input, [key]: value })),
      );
      expect(outcomes, key).toEqual(wrong.map(() => "invalid"));
    }
    const wholes = [null, 7, "x", true, [], [input], Array(1000).fill(input)];
    expect(await outcomesOf(caller, name, wholes)).toEqual(wholes.map(() => "invalid"));
    for (const empty of [{}, nested(2000)])
      expect(await caller.outcome(name, empty)).toBe(isSearch(name) ? "ok" : "invalid");
    const keys = Object.keys(input);
    const everywhere = wrongKinds.map((odd) => Object.fromEntries(keys.map((key) => [key, odd])));
    expectAnswers(await outcomesOf(caller, name, everywhere), "all");
    for (const key of keys) {
      const odd = oddValues.map((value) => ({ ...input, [key]: value }));
      expectAnswers(await outcomesOf(caller, name, odd), key);
    }
  });
}

function expectAnswers(said: string[], about: string) {
  const answers = ["ok", "invalid", "not_found", "conflict", "forbidden"];
  expect(
    said.filter((outcome) => !answers.includes(outcome)),
    `${about}: ${said.join(", ")}`,
  ).toEqual([]);
}

/** Of calls that are made at once: nothing about a refusal depends on what else is asked. */
function outcomesOf(caller: Person, name: string, inputs: unknown[]): Promise<string[]> {
  return Promise.all(inputs.map((input) => caller.outcome(name, input)));
}

test("what stands on one claim is not removed by naming another", async () => {
  for (const name of [
    "claims.removePassage",
    "evidence.removeEvidence",
    "figures.removeFigure",
    "disputes.removePosition",
    "disputes.unrelateClaims",
  ]) {
    const input = await actionRows[name]?.input(desk);
    const { claimId } = await subjects.claimInChecking(desk.checker);
    expect(await desk.checker.outcome(name, { ...input, claimId }), name).toBe("not_found");
    expect(await desk.checker.outcome(name, input), name).toBe("ok");
  }
});

const nested = (depth: number): object => {
  let value: object = {};
  for (let level = 0; level < depth; level++) value = { a: value };
  return value;
};

/** Of a kind that hardly any field has, and for each field a few that may pass for its own. */
const wrongKinds = [7, true, [], {}, nested(300)];
const oddValues = [null, [], -1, 1e308, "\0", "\ud800", "$1", "x".repeat(100_000)];

/** The outcome of a call on a subject of its own, and how the rows changed by it. */
async function changesBy(name: string, row: ActionRow, extra: Record<string, unknown>) {
  const caller = await callerOf(row);
  const input = await row.input(desk);
  const words = [marks.text, marks.date, String(marks.number), bystander.id];
  const [before, marked] = [await rows.shape(), await rows.count(words)];
  const outcome = await caller.outcome(name, { ...extra, ...input });
  const changes = difference(before, await rows.shape());
  return { outcome, changes, marked: (await rows.count(words)) - marked };
}

function callerOf(row: ActionRow): Promise<Person> | Person {
  const role = roles.find((each) => row[each] === "ok") ?? "admin";
  return row.isOwn ? desk.join(role) : desk[role];
}
