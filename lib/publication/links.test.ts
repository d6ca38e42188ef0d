import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCopy } from "../../prisma/copy-factories.ts";
import { connectAs } from "../../prisma/test-database.ts";
import { aClaimInChecking, aDesk, anEvidence, type Desk } from "../../prisma/workflow-factories.ts";
import { aVerdict, submit, waiveTheRest } from "../../prisma/workflow-factories.ts";
import { answer, pathOf, serve, type TestServer } from "../capture/test-server.ts";
import { db } from "../db.ts";
import { channel } from "../serving/channel.ts";
import { addSource } from "../sources/commands.ts";
import { askAddress } from "../sources/asking.ts";
import { addSourceInput } from "../sources/schema.ts";
import { proposeVerdict } from "../verdicts/commands.ts";
import { approveAndPublish } from "./commands.ts";
import { lookAtLink, lookAtLinks, type LookOptions } from "./links.ts";
import { findCopyPage } from "./pages.ts";
import { findPublishedClaim } from "./queries.ts";

let desk: Desk;
let folder: string;
const { signal } = new AbortController();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-links-"));
  process.env.ASSAY_DATA = folder;
  desk = await aDesk();
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  // Each test has the night to itself.
  const owner = await connectAs("owner");
  await owner.query("UPDATE sources SET link_checked_at = 'infinity'");
});

/** A site that answers each path with the next of its statuses; the last one stays. Its robots.txt is what is given. */
async function aSite(statuses: Record<string, number[]>, robots?: string): Promise<TestServer> {
  const site = await serve((socket, request) => {
    const path = pathOf(request);
    if (path === "/robots.txt")
      return socket.end(answer(robots === undefined ? "404 Not Found" : "200 OK", [], robots ?? ""));
    const left = statuses[path] ?? [200];
    const status = left.length > 1 ? left.shift() : left[0];
    socket.end(answer(`${status} Words`, [], request.startsWith("HEAD") ? "" : "<p>Carts</p>"));
  });
  process.env.CAPTURE_ALLOW = `${process.env.CAPTURE_ALLOW ?? ""} 127.0.0.1:${site.port}`;
  return site;
}

async function aSource(url: string): Promise<string> {
  const input = { kind: "page", title: "Toll book", url, language: "en", capture: false };
  const { sourceId } = await addSource(
    desk.checker,
    addSourceInput.parse({ ...input, idempotencyKey: randomUUID() }),
  );
  return sourceId;
}

const asked = ({ requests }: TestServer) => requests.map((one) => one.split(" ").slice(0, 2).join(" "));

const start = new Date("2031-05-01T03:20:00Z");
const later = (days: number) => new Date(start.getTime() + days * 24 * 60 * 60 * 1000);

const looking = (days: number, change: Partial<LookOptions> = {}): LookOptions => ({
  ask: (url, method) => askAddress(url, method, signal),
  signal,
  now: () => later(days),
  pauseMs: 0,
  ...change,
});

const linkOf = async (id: string) => {
  const row = await db.source.findUniqueOrThrow({ where: { id } });
  return [row.linkState, row.linkSince?.toISOString().slice(0, 10) ?? null, row.linkReason];
};

test("each source is asked with one HEAD, and a GET where that is refused or finds nothing, and again in a week", async () => {
  const site = await aSite({ "/none": [404], "/no-head": [405, 200], "/odd": [404, 200], "/bad": [503] });
  const found: Record<string, string> = {};
  for (const path of ["/there", "/none", "/no-head", "/odd", "/bad"])
    found[path] = await aSource(site.url + path);
  expect(await lookAtLinks(looking(0))).toBe(5);
  expect(asked(site).toSorted()).toEqual(
    ["GET /robots.txt", "HEAD /there", "HEAD /none", "GET /none", "HEAD /no-head", "GET /no-head"]
      .concat(["HEAD /odd", "GET /odd", "HEAD /bad"])
      .toSorted(),
  );
  const states = await Promise.all(Object.values(found).map(async (id) => (await linkOf(id))[0]));
  expect(states).toEqual(["alive", "unreachable", "alive", "alive", "unreachable"]);
  expect(await lookAtLinks(looking(0.9))).toBe(0);
  expect(await lookAtLinks(looking(1))).toBe(2); // what was not reached, after a day
  expect(await linkOf(found["/none"] ?? "")).toEqual(["gone", "2031-05-01", expect.stringContaining("404")]);
  expect(await lookAtLinks(looking(7))).toBe(3);
});

test("a host is asked one thing at a time, with the pause between two, while others have their turn beside it", async () => {
  const times: Record<string, { from: number; to: number }[]> = {};
  const ask: LookOptions["ask"] = async (url) => {
    const from = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    (times[new URL(url).host] ??= []).push({ from, to: performance.now() });
    return { status: 200, problem: null, noHost: false, body: "" };
  };
  for (const host of ["one.example", "two.example"])
    for (const page of [1, 2, 3]) await aSource(`https://${host}/${page}`);
  const began = performance.now();
  await lookAtLinks(looking(0, { ask, pauseMs: 40 }));
  for (const turns of Object.values(times)) {
    expect(turns).toHaveLength(4); // robots.txt and three pages
    for (const [at, { from }] of turns.slice(1).entries())
      expect(from - (turns[at]?.to ?? 0)).toBeGreaterThanOrEqual(39);
  }
  expect(Object.keys(times)).toHaveLength(2);
  const [one = [], two = []] = Object.values(times);
  expect((two[0]?.from ?? 0) - began).toBeLessThan((one.at(-1)?.to ?? 0) - began);
});

test("robots.txt keeps the nightly look away, where the settings say so, and never a look that a member asks for", async () => {
  const site = await aSite({}, "User-agent: *\nDisallow: /private\n");
  const [closed, open] = [await aSource(`${site.url}/private/a`), await aSource(`${site.url}/public`)];
  await lookAtLinks(looking(0));
  expect(asked(site)).toEqual(["GET /robots.txt", "HEAD /public"]);
  expect([(await linkOf(closed))[0], (await linkOf(open))[0]]).toEqual([null, "alive"]);
  await lookAtLink(closed, looking(0));
  expect((await linkOf(closed))[0]).toBe("alive");
  const owner = await connectAs("owner");
  await owner.query("UPDATE public_settings SET keep_to_robots = false");
  await lookAtLinks(looking(7));
  await owner.query("UPDATE public_settings SET keep_to_robots = true");
  expect(asked(site).slice(3).toSorted()).toEqual(["HEAD /private/a", "HEAD /public"]);
});

test("nobody is asked about a source that is not public, on a desk of sample data, or where the settings say so", async () => {
  const site = await aSite({});
  const [hidden] = [await aSource(`${site.url}/hidden`), await aSource(`${site.url}/plain`)];
  const owner = await connectAs("owner");
  const described = "visibility = 'described', description = 'A book', normalised_url = NULL";
  await owner.query(`UPDATE sources SET ${described} WHERE id = $1`, [hidden]);
  for (const off of ["check_links = false", "sample = true"]) {
    await owner.query(`UPDATE public_settings SET ${off}`);
    expect(await lookAtLinks(looking(0))).toBe(0);
    await owner.query("UPDATE public_settings SET check_links = true, sample = false");
  }
  expect(site.connections()).toBe(0);
  expect(await lookAtLinks(looking(0))).toBe(1);
  expect(asked(site)).toEqual(["GET /robots.txt", "HEAD /plain"]);
});

test("an address inside the network is never asked, by whatever name", async () => {
  const canary = await serve((socket) => socket.end(answer("200 OK", [])));
  const id = await aSource(`http://127.0.0.1:${canary.port}/inside`);
  await lookAtLink(id, looking(0));
  expect(canary.connections()).toBe(0);
  expect((await linkOf(id))[0]).toBe("unreachable");
});

test("an unknown name counts only where some server answered: otherwise our own network is down", async () => {
  const noHost = { status: null, problem: "No server.", noHost: true, body: "" };
  const id = await aSource(`https://${randomUUID()}.example/`);
  const down: LookOptions["ask"] = async () => noHost;
  for (const days of [0, 1, 2, 3]) await lookAtLinks(looking(days, { ask: down }));
  expect((await linkOf(id))[0]).toBe("unreachable");
  await aSource("https://there.example/");
  const up: LookOptions["ask"] = async (url) =>
    url.includes("there.example") ? { status: 200, problem: null, noHost: false, body: "" } : noHost;
  const owner = await connectAs("owner");
  for (const days of [4, 5]) {
    await owner.query(
      "UPDATE sources SET link_checked_at = '2000-01-01' WHERE url LIKE '%there.example/' OR id = $1",
      [id],
    );
    await lookAtLinks(looking(days, { ask: up }));
  }
  expect(await linkOf(id)).toEqual(["gone", "2031-05-05", expect.stringContaining("no server of this name")]);
});

test("when the original has gone, readers are told and led to the copy, until it is there again", async () => {
  const site = await aSite({ "/page": [404, 404, 404, 404, 404, 404, 200] });
  const { claimId } = await aClaimInChecking(desk.checker);
  const source = { sourceKind: "page", sourceUrl: `${site.url}/page`, sourceCapture: false } as const;
  const { evidenceId } = await anEvidence(desk.checker, claimId, source);
  const { sourceId } = await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
  const { snapshotId } = await aCopy(sourceId, "Carts: twelve.");
  await proposeVerdict(desk.checker, { claimId, version: 0, ...aVerdict });
  await waiveTheRest(desk.checker, claimId);
  const edition = await submit(desk.checker, claimId);
  const { slug } = await approveAndPublish(desk.editor, { ...edition, note: "" });
  const listener = await connectAs("app");
  const heard: string[] = [];
  listener.on("notification", ({ payload }) => heard.push(payload ?? ""));
  await listener.query(`LISTEN ${channel}`);
  const shown = async () => [
    (await findCopyPage(snapshotId))?.goneSince?.toISOString() ?? null,
    (await findPublishedClaim(slug))?.view.sources[0]?.copy?.goneSince,
  ];
  for (const days of [0, 0.5]) await lookAtLink(sourceId, looking(days));
  expect(await shown()).toEqual([null, null]);
  await lookAtLink(sourceId, looking(2));
  expect(await shown()).toEqual([start.toISOString(), start.toISOString()]);
  await listener.query("SELECT 1");
  expect(heard).toEqual([JSON.stringify([`copy:${snapshotId}`])]);
  await lookAtLink(sourceId, looking(3));
  expect(await shown()).toEqual([null, null]);
  const names = await db.auditEvent.findMany({
    where: { name: "source.link-changed", data: { contains: sourceId } },
    orderBy: { seq: "asc" },
    select: { data: true, actorId: true },
  });
  const turns = names.map(({ data }) => (JSON.parse(data) as { after: string }).after);
  expect(turns).toEqual(["unreachable", "gone", "alive"]);
  expect(JSON.stringify(names)).not.toContain(site.url);
});
