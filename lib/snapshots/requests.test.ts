import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { audited, type Recorder, type Tx } from "../audit/audited.ts";
import { system } from "../auth/queries.ts";
import type { Member } from "../auth/schema.ts";
import { addSource } from "../sources/commands.ts";
import { addSourceInput } from "../sources/schema.ts";
import { nothing } from "./arrival.ts";
import { finishSnapshot } from "./finishing.ts";
import { getSnapshot, listSnapshots } from "./queries.ts";
import { requestCapture } from "./requests.ts";
import { takeSnapshot } from "./work.ts";

afterEach(() => vi.restoreAllMocks());

const host = `${randomUUID()}.example`;
const request = (actor: Member, sourceId: string, url: string, around = (tx: Tx) => tx) =>
  audited(actor, (tx: Tx, record: Recorder) =>
    requestCapture(around(tx), record, actor, { sourceId }, url, randomUUID()),
  );

async function aSource(actor: Member): Promise<{ sourceId: string }> {
  const page = { kind: "page", title: "Toll book", url: `https://${host}/${randomUUID()}`, language: "en" };
  return addSource(actor, addSourceInput.parse({ ...page, capture: false, idempotencyKey: randomUUID() }));
}

test("a copy that is done in the very moment in which another is asked for leaves room for that one", async () => {
  const checker = await aMember();
  const { sourceId } = await aSource(checker);
  const first = await request(checker, sourceId, `https://${host}/`);
  // The worker finishes between the two statements: after the row was not made, before the waiting one is looked for.
  const finishing = (tx: Tx): Tx => ({
    ...tx,
    snapshot: new Proxy(tx.snapshot, {
      get: (table, name) =>
        name !== "findFirst"
          ? (Reflect.get(table, name) as unknown)
          : async (...asked: Parameters<typeof table.findFirst>) => {
              await finishSnapshot(system, first.snapshotId, nothing("failed", "Gone."), { stamp: false });
              return table.findFirst(...asked);
            },
    }),
  });
  const second = await request(checker, sourceId, `https://${host}/`, finishing);
  expect(second).toMatchObject({ asked: true });
  expect(second.snapshotId).not.toBe(first.snapshotId);
  expect((await listSnapshots(checker, { sourceId })).map(({ outcome }) => outcome)).toEqual([
    null,
    "failed",
  ]);
});

test("a copy that fails for a reason of ours names its address neither to the log nor to the queue", async () => {
  const checker = await aMember();
  const { sourceId } = await aSource(checker);
  vi.stubEnv("CAPTURE_ONLY_ALLOWED", "1");
  vi.stubEnv("ASSAY_DATA", "/tmp");
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  // No form lets such an address through: the worker meets an error that it knows nothing of, and that has the address in it.
  const { snapshotId } = await request(checker, sourceId, `https://${host}:99999/`);
  const failed: unknown = await takeSnapshot({ snapshotId }, 1, new AbortController().signal).catch(
    (error: unknown) => error,
  );
  expect(inspect(failed, { depth: 9 })).toMatch(/TypeError ERR_INVALID_URL\n +at /);
  await takeSnapshot({ snapshotId }, 5, new AbortController().signal);
  const log = inspect([failed, said.mock.calls], { depth: 9 });
  expect(log).toContain(`The copy ${snapshotId} could not be taken`);
  expect(log).not.toContain(host);
  expect(await getSnapshot(checker, snapshotId)).toMatchObject({
    outcome: "failed",
    reason: "Something went wrong here while the copy was taken. Capture it again.",
  });
});
