import { setTimeout as pause } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { audited, Unchanged, type Tx } from "../audit/audited.ts";
import { system } from "../auth/queries.ts";
import { databaseTime } from "../clock.ts";
import { db } from "../db.ts";
import { bookkeep } from "../jobs.ts";
import { askAddress } from "../sources/asking.ts";
import { lookAt, readRobots, type Ask, type Robots } from "../sources/looking.ts";
import { linkAfter, missingReasons } from "../sources/rules.ts";
import type { Found, Link } from "../sources/schema.ts";
import { notifyReaders } from "./notify.ts";

interface Due {
  id: string;
  url: string;
}

/** In one night: few, and of one host fewer; the rest has its turn in the nights after. */
const mostInAll = 500;
const mostOfHost = 60;
const hostsAtOnce = 4;

export interface LookOptions {
  ask: Ask;
  signal: AbortSignal;
  now: () => Date | Promise<Date>;
  /** Between the end of one request to a host and the next, in milliseconds. */
  pauseMs: number;
}

/** How the worker looks. */
const usual = (signal: AbortSignal): LookOptions => ({
  ask: (url, method) => askAddress(url, method, signal),
  signal,
  now: () => databaseTime(db),
  pauseMs: 5000,
});

/** Has the queue ask for a look at the links every night. */
export const scheduleLinks = (boss: Pick<PgBoss, "schedule">): Promise<void> =>
  boss.schedule("look-at-links", "20 3 * * *", {}, { tz: "UTC" });

export type LookJob = { sourceId?: string };

/** Does one job of the queue `look-at-links`: looks at one source for a member, or at all whose turn it is. */
export async function takeLook(job: LookJob, signal: AbortSignal): Promise<void> {
  await (job.sourceId === undefined ? lookAtLinks(usual(signal)) : lookAtLink(job.sourceId, usual(signal)));
}

/** Looks at one source because somebody asked for it: whatever robots.txt says of programs that come by themselves. */
export async function lookAtLink(sourceId: string, options: LookOptions): Promise<void> {
  const source = await db.source.findUnique({ where: { id: sourceId }, select: { url: true } });
  if (!source?.url) return;
  await noteLink(sourceId, await lookAt(source.url, inTurn(options)), await options.now());
}

/**
 * Looks at the sources whose turn it is, one request at a time to each host, and answers how many that were. Never at one
 * that is not public, on a desk of sample data, or where the settings say so. That a name is unknown counts only where
 * some server answered: otherwise it is our own network that is down.
 */
export async function lookAtLinks(options: LookOptions): Promise<number> {
  const settings = await db.publicSettings.findUniqueOrThrow({ where: { id: 1 } });
  if (settings.sample || !settings.checkLinks) return 0;
  const hosts = [...Map.groupBy(await listDue(await options.now()), ({ url }) => new URL(url).host).values()];
  const unknown: Due[] = [];
  let anyAnswered = false;
  let looked = 0;
  const note = async (due: Due, found: Found | null) => {
    if (found?.reason === missingReasons.host) return void unknown.push(due);
    anyAnswered ||= found?.state === "alive" || found?.state === "missing";
    looked++;
    await noteLink(due.id, found, await options.now());
  };
  await Promise.all(
    Array.from({ length: hostsAtOnce }, async () => {
      for (let host = hosts.pop(); host; host = hosts.pop())
        await lookAtHost(host.slice(0, mostOfHost), settings.keepToRobots, options, note);
    }),
  );
  for (const { id } of unknown) {
    const reason = "There is no server of this name; but none of the others was reached either.";
    const found: Found = anyAnswered
      ? { state: "missing", reason: missingReasons.host }
      : { state: "unreachable", reason };
    await noteLink(id, found, await options.now());
  }
  return looked + unknown.length;
}

/** At most once a week; one that was not reached lately again after a day, so that what is gone is soon known to be. */
const listDue = (now: Date): Promise<Due[]> => db.$queryRaw<Due[]>`
  SELECT id, url FROM sources WHERE url IS NOT NULL AND visibility = 'public' AND (
    link_checked_at IS NULL OR link_checked_at <= ${now}::timestamptz - interval '7 days'
    OR (link_state = 'unreachable' AND link_since > ${now}::timestamptz - interval '7 days' AND link_checked_at <= ${now}::timestamptz - interval '1 day'))
  ORDER BY link_checked_at NULLS FIRST, id LIMIT ${mostInAll}`;

async function lookAtHost(
  sources: readonly Due[],
  keepToRobots: boolean,
  options: LookOptions,
  note: (due: Due, found: Found | null) => Promise<void>,
): Promise<void> {
  const ask = inTurn(options);
  const [first] = sources;
  const robots: Robots = keepToRobots && first ? await readRobots(first.url, ask) : { allows: () => true };
  for (const due of sources) {
    if ("down" in robots) await note(due, robots.down);
    else await note(due, robots.allows(due.url) ? await lookAt(due.url, ask) : null);
  }
}

/** The same question, with the pause before every one but the first. */
function inTurn({ ask, pauseMs, signal }: LookOptions): Ask {
  let isFirst = true;
  return async (url, method) => {
    if (!isFirst) await pause(pauseMs, undefined, { signal });
    isFirst = false;
    signal.throwIfAborted();
    return ask(url, method);
  };
}

/**
 * Notes what a look found; null where none was allowed, so that the next is in a week. What it changes stands in the log,
 * and readers are told on every page that leads to a copy of the source.
 */
export async function noteLink(sourceId: string, found: Found | null, now: Date): Promise<void> {
  const isChanged = found !== null && (await changeLink(sourceId, found, now));
  if (!isChanged) await bookkeep("UPDATE sources SET link_checked_at = $2 WHERE id = $1", [sourceId, now]);
}

function changeLink(sourceId: string, found: Found, now: Date): Promise<boolean> {
  return audited(system, async (tx, record) => {
    const before = await lockLink(tx, sourceId);
    const after = linkAfter(before, found, now);
    if (after === before) return new Unchanged(false);
    const { state, since, reason } = after;
    await tx.source.update({
      where: { id: sourceId },
      data: { linkState: state, linkSince: since, linkReason: reason, linkCheckedAt: now },
      select: { id: true },
    });
    if (state === "gone" || before?.state === "gone")
      await tellReaders(tx, sourceId, state === "gone" ? since : null);
    record({ name: "source.link-changed", sourceId, before: before?.state ?? null, after: state });
    return true;
  });
}

async function lockLink(tx: Tx, sourceId: string): Promise<Link | null> {
  const [row] = await tx.$queryRaw<{ state: Link["state"] | null; since: Date; reason: string | null }[]>`
    SELECT link_state::text AS state, link_since AS since, link_reason AS reason FROM sources
    WHERE id = ${sourceId}::uuid FOR UPDATE`;
  return row?.state ? { ...row, state: row.state } : null;
}

async function tellReaders(tx: Tx, sourceId: string, goneSince: Date | null): Promise<void> {
  const copies = await tx.snapshot.findMany({ where: { sourceId }, select: { id: true } });
  const ids = copies.map(({ id }) => id);
  const { count } = await tx.publicCopy.updateMany({
    where: { snapshotId: { in: ids } },
    data: { goneSince },
  });
  if (count > 0)
    await notifyReaders(
      tx,
      ids.map((id) => `copy:${id}`),
    );
}
