import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { aClaim, aMember } from "../../prisma/desk-factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import type { Member } from "../auth/schema.ts";
import { attachEvidence } from "../evidence/commands.ts";
import { listEvidence } from "../evidence/queries.ts";
import { attachEvidenceInput } from "../evidence/schema.ts";
import { addSource, groupSource, markGraphic } from "./commands.ts";
import { findSources, getSource, getSourceSettings, listSources } from "./queries.ts";
import { addSourceInput, type AddSourceInput } from "./schema.ts";

let checker: Member;
beforeAll(async () => {
  checker = await aMember();
});

const aSource = (change: Record<string, unknown> = {}): AddSourceInput =>
  addSourceInput.parse({
    kind: "page",
    title: "Toll book of the bridge",
    url: `https://example.org/${randomUUID()}`,
    publisher: "Town archive",
    publishedOn: "1931-05",
    language: "en",
    idempotencyKey: randomUUID(),
    ...change,
  });

const quoted = { quote: "Twelve.", language: "en", stance: "supports", shows: "so" };

async function countSources(normalisedUrl: string): Promise<number> {
  const app = await connectAs("app");
  const { rowCount } = await app.query("SELECT 1 FROM sources WHERE normalised_url = $1", [normalisedUrl]);
  return rowCount ?? 0;
}

test("a source keeps what was typed, with its publisher as a party and its date as precise as it was", async () => {
  const input = aSource();
  const { sourceId, reused } = await addSource(checker, input);
  expect(reused).toBe(false);
  expect(await getSource(checker, sourceId)).toMatchObject({
    title: input.title,
    url: input.url,
    publisher: "Town archive",
    publishedOn: "1931-05",
    uses: [],
  });
});

test("a known address answers the known source and says so, however it is spelled", async () => {
  const first = aSource();
  const { sourceId } = await addSource(checker, first);
  const again = aSource({ url: `${first.url}/?utm_source=letter#part`, title: "Another title" });
  expect(await addSource(checker, again)).toEqual({ sourceId, reused: true });
  expect((await getSource(checker, sourceId)).title).toBe(first.title);
});

test("a double click and two people with one address at once make one source", async () => {
  const input = aSource();
  const other = await aMember("editor");
  const answers = await Promise.all([
    addSource(checker, input),
    addSource(checker, input),
    addSource(other, { ...input, idempotencyKey: randomUUID() }),
  ]);
  expect(new Set(answers.map(({ sourceId }) => sourceId)).size).toBe(1);
  expect(await countSources(input.url)).toBe(1);
});

test("a source without an address needs a description; two such sources are two", async () => {
  const described = { url: "", description: "Kept in the town archive, shelf 4" };
  const [one, two] = [
    await addSource(checker, aSource(described)),
    await addSource(checker, aSource(described)),
  ];
  expect(one.sourceId).not.toBe(two.sourceId);
  const refused = addSourceInput.safeParse({ ...aSource(), url: "", description: "" });
  expect(refused.error?.issues[0]).toMatchObject({ path: ["url"] });
  expect(addSourceInput.safeParse({ ...aSource(), url: "javascript:alert(1)" }).success).toBe(false);
  expect(addSourceInput.safeParse({ ...aSource(), title: "a\0b" }).success).toBe(false);
});

test("a search finds sources that have all of its words, and takes % and _ as they are", async () => {
  const { sourceId } = await addSource(checker, aSource({ title: "Zwölf Karren: 40% weniger" }));
  const found = async (words: string) => (await findSources(checker, words)).map(({ id }) => id);
  expect(await found("karren archive")).toEqual([sourceId]);
  expect(await found("40% karren")).toEqual([sourceId]);
  expect(await found("4_% karren")).toEqual([]);
  expect(await found("karren nowhere")).toEqual([]);
  expect(await found("\0")).not.toEqual([]);
});

test("the list goes on page by page without a gap, and ignores a cursor that is none", async () => {
  const marker = `m${randomUUID()}`;
  for (let i = 0; i < 35; i++) await addSource(checker, aSource({ title: `${marker} ${i}` }));
  const first = await listSources(checker, { words: marker });
  const second = await listSources(checker, { words: marker, after: first.next });
  expect([first.sources.length, second.sources.length, second.next]).toEqual([30, 5, null]);
  expect(new Set([...first.sources, ...second.sources].map(({ id }) => id)).size).toBe(35);
  expect((await listSources(checker, { words: marker, after: "nonsense" })).sources).toHaveLength(30);
});

test("anybody marks a source as graphic, by the latest version of it", async () => {
  const { sourceId } = await addSource(checker, aSource());
  const other = await aMember();
  expect(await markGraphic(other, { sourceId, version: 1, graphic: true })).toEqual({ version: 2 });
  expect(await getSource(checker, sourceId)).toMatchObject({ graphic: true });
  expect(await markGraphic(other, { sourceId, version: 2, graphic: true })).toEqual({ version: 2 });
  await expect(markGraphic(checker, { sourceId, version: 1, graphic: false })).rejects.toMatchObject({
    code: "conflict",
    theirs: { graphic: true, version: 2 },
  });
});

test("evidence has the origin of its source unless it names its own, and both are proposed", async () => {
  const claim = await aClaim(checker);
  const [inherited, own] = [`wire ${randomUUID()}`, `own ${randomUUID()}`];
  const attach = (sourceId: string, independenceGroup: string) =>
    attachEvidence(
      checker,
      attachEvidenceInput.parse({
        claimId: claim.id,
        by: "known",
        sourceId,
        ...quoted,
        independenceGroup,
        idempotencyKey: randomUUID(),
      }),
    );
  const { sourceId } = await addSource(checker, aSource());
  await attach(sourceId, "");
  await attach(sourceId, own);
  await groupSource(checker, { sourceId, version: 1, independenceGroup: inherited });
  const groups = async () => (await listEvidence(checker, claim.id)).map((e) => e.independenceGroup);
  expect(await groups()).toEqual([inherited, own]);
  expect((await getSourceSettings(checker, sourceId)).origins).toEqual(
    expect.arrayContaining([inherited, own]),
  );
  await groupSource(checker, { sourceId, version: 2, independenceGroup: "" });
  expect(await groups()).toEqual([null, own]);
});

test("the origin of a confidential source is set by whoever may see it, and is in no log", async () => {
  const editor = await aMember("editor");
  const described = { visibility: "described", publisher: "", description: "A clerk of the town" };
  const { sourceId } = await addSource(checker, aSource(described));
  const group = (actor: Member, version: number) =>
    groupSource(actor, { sourceId, version, independenceGroup: "the clerk's notebook" });
  await expect(group(await aMember(), 1)).rejects.toMatchObject({ code: "forbidden" });
  await group(editor, 1);
  expect((await getSource(await aMember(), sourceId)).independenceGroup).toBeNull();
  const app = await connectAs("app");
  const { rows } = await app.query<{ data: string }>(
    "SELECT data FROM audit_events WHERE name LIKE 'source.%' AND data LIKE '%' || $1 || '%' ORDER BY seq",
    [sourceId],
  );
  expect(rows.map(({ data }) => JSON.parse(data) as unknown)).toEqual([
    { sourceId, source: { kind: "page", visibility: "described" } },
    { sourceId, change: { before: {}, after: {} } },
  ]);
});

test("a confidential source is described, and has no publisher, who would be known to the whole desk", () => {
  const paths = (change: object) =>
    addSourceInput
      .safeParse({ ...aSource(), visibility: "described", ...change })
      .error?.issues.map(({ path }) => path[0]);
  expect(paths({ description: "" })).toEqual(["description", "publisher"]);
  expect(paths({ description: "A clerk", publisher: "" })).toBeUndefined();
  expect(paths({ visibility: "hidden" })).toEqual(["visibility"]);
  const chosen = {
    by: "new",
    sourceVisibility: "described",
    sourcePublisher: "The town",
    sourceDescription: "",
  };
  const { error } = attachEvidenceInput.safeParse({
    ...chosen,
    claimId: randomUUID(),
    sourceKind: "page",
    sourceTitle: "T",
    sourceUrl: "https://example.org/",
    sourceLanguage: "en",
    ...quoted,
    idempotencyKey: randomUUID(),
  });
  expect(error?.issues.map(({ path }) => path[0])).toEqual(["sourceDescription", "sourcePublisher"]);
});

test("an unknown source is refused", async () => {
  await expect(getSource(checker, randomUUID())).rejects.toMatchObject({ code: "not_found" });
});

test("a page that is added is asked for in the same step, once; a source that is known already is not", async () => {
  const app = await connectAs("app");
  const waiting = async (sourceId: string) => {
    const { rows } = await app.query<{ id: string; state: string; jobs: number }>(
      `SELECT s.id, s.state, (SELECT count(*)::int FROM jobs.job WHERE name = 'capture' AND data ->> 'snapshotId' = s.id::text) AS jobs
       FROM snapshots s WHERE source_id = $1`,
      [sourceId],
    );
    return rows;
  };
  const input = aSource();
  const { sourceId } = await addSource(checker, input);
  await addSource(checker, input);
  await addSource(checker, { ...input, idempotencyKey: randomUUID() });
  expect(await waiting(sourceId)).toEqual([{ id: expect.any(String), state: "waiting", jobs: 1 }]);
  const kept = await addSource(checker, aSource({ capture: false }));
  expect(await waiting(kept.sourceId)).toEqual([]);
});
