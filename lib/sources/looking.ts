import robotsParser from "robots-parser";
import { missingReasons } from "./rules.ts";
import type { Found } from "./schema.ts";

/** What came of asking an address once. */
export interface Answer {
  /** Of the last server that answered; null where none did, or where it only sent on. */
  status: number | null;
  /** Why there is no page, in a sentence for people. */
  problem: string | null;
  /** The name service knows no such name. */
  noHost: boolean;
  body: string;
}

/** How addresses are asked: one host after the other is given its pause by whoever hands this over. */
export type Ask = (url: string, method: "HEAD" | "GET") => Promise<Answer>;

/** Answers to HEAD that a GET may contradict: it is refused, or the server knows no better. */
const doubtful = new Set([400, 403, 404, 405, 410, 501]);

/** Looks whether something is still at an address, with one HEAD, and one GET where that settles nothing. */
export async function lookAt(url: string, ask: Ask): Promise<Found> {
  const head = await ask(url, "HEAD");
  return toFound(head.status !== null && doubtful.has(head.status) ? await ask(url, "GET") : head);
}

function toFound({ status, problem, noHost }: Answer): Found {
  if (noHost) return { state: "missing", reason: missingReasons.host };
  if (status === 404 || status === 410) return { state: "missing", reason: missingReasons[status] };
  if (status !== null && status < 400) return { state: "alive", reason: null };
  return { state: "unreachable", reason: problem ?? `It answers ${status}.` };
}

/** What a host wants of programs that come by themselves; `down` is what was found instead where it does not answer. */
export type Robots = { allows: (url: string) => boolean } | { down: Found };

/** Reads a host's robots.txt (RFC 9309): none at all allows everything, one that the server fails to give nothing. */
export async function readRobots(url: string, ask: Ask): Promise<Robots> {
  const address = new URL("/robots.txt", url).href;
  const answer = await ask(address, "GET");
  if (answer.status === null) return { down: toFound(answer) };
  if (answer.status >= 500) return { allows: () => false };
  if (answer.status >= 400) return { allows: () => true };
  const robots = robotsParser(address, answer.body);
  return { allows: (page) => robots.isAllowed(page, "Assay") !== false };
}
