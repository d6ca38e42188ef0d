import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Allowed } from "./address.ts";
import type { CaptureBrowser } from "./browser.ts";
import type { Lookup } from "./connect.ts";
import { emptinessOf } from "./emptiness.ts";
import type { Exchange } from "./exchange.ts";
import { exchange } from "./exchange.ts";
import type { Limits } from "./limits.ts";
import { usualLimits } from "./limits.ts";
import { isPage, mediaTypeOf } from "./media-type.ts";
import type { Part, PartName } from "./part.ts";
import { captured, missing } from "./part.ts";
import type { Reading } from "./readable.ts";
import { readingRoom } from "./reading.ts";
import type { Outcome, Reason } from "./reasons.ts";
import { CaptureProblem } from "./reasons.ts";
import { writeWarc } from "./warc.ts";

export interface CaptureOptions {
  /** An empty folder; the files of the parts are in it afterwards, and are the caller's. */
  folder: string;
  /** What may be asked although it lies inside; see `readAllowed`. */
  allow: Allowed;
  /** Who asks, and where to complain: "Assay/0.1 (+https://desk.example)". */
  userAgent: string;
  /** Accept-Language; English first unless given. */
  languages?: string;
  /** For screenshot and PDF, and for the text of pages that only scripts fill; shared by all captures of a process. */
  browser?: CaptureBrowser;
  onProgress?: (progress: { part: PartName; outcome: Outcome | "working" }) => void;
  signal?: AbortSignal;
  limits?: Limits;
  lookup?: Lookup;
}

/** What came of one URL. `outcome` is "captured" only where there is an original, and its text or a reason that it has none. */
export interface Capture extends Omit<Reading, "text"> {
  outcome: Outcome;
  /** One sentence for people; there unless captured. */
  reason?: string;
  problem?: Reason;
  finalUrl: string;
  /** Of the last answer; null where there was none. */
  status: number | null;
  hops: Array<{ url: string; status: number; at: Date }>;
  contentType: string | null;
  parts: Record<PartName, Part>;
}

const nothingSaid = { title: null, author: null, publishedOn: null, language: null, siteName: null };

/**
 * Captures a URL within 35 s, whatever the server does, not counting the time in which other pages are read and shown: what it
 * did is in the outcome and reason of each part. Throws only for what this machine does, such as a full disk; then the folder holds
 * nothing that counts.
 */
export async function captureUrl(url: string, options: CaptureOptions): Promise<Capture> {
  const limits = options.limits ?? usualLimits;
  const signal = options.signal ?? new AbortController().signal;
  const from = performance.now();
  const { folder, allow, userAgent, lookup } = options;
  const say = (part: PartName, outcome: Outcome | "working") => options.onProgress?.({ part, outcome });
  say("exchange", "working");
  const languages = options.languages ?? "en,*;q=0.5";
  const exchanged = await exchange(url, { folder, allow, userAgent, languages, limits, signal, lookup });
  const parts = await partsOf(exchanged, options);
  say("exchange", parts.exchange.outcome);
  say("original", parts.original.outcome);
  const left = Math.max(1, Math.ceil(limits.captureMs - (performance.now() - from)));
  const rest = { ...limits, browserMs: Math.min(limits.browserMs, left) };
  const facts = parts.original.file
    ? await look(parts, exchanged, { ...options, languages, limits: rest, signal }, say)
    : nothingSaid;
  const deciding = [parts.exchange, parts.original, parts.text].find(
    ({ outcome }) => outcome !== "captured" && outcome !== "skipped",
  );
  return {
    outcome: deciding?.outcome ?? "captured",
    ...(deciding?.reason ? { reason: deciding.reason } : {}),
    ...(deciding?.problem ? { problem: deciding.problem } : {}),
    finalUrl: exchanged.finalUrl,
    status: exchanged.status,
    hops: exchanged.hops.map(({ url, status, at }) => ({ url, status, at })),
    contentType: exchanged.contentType,
    parts,
    ...facts,
  };
}

/** The parts that follow from the exchange alone; the files of its hops become one. */
async function partsOf(
  exchanged: Exchange,
  { folder, userAgent }: CaptureOptions,
): Promise<Record<PartName, Part>> {
  const { hops, problem, original, contentType } = exchanged;
  const warc = join(folder, "exchange.warc.gz");
  if (hops.length > 0) await writeWarc(warc, hops, userAgent);
  const kept = hops.length > 0 ? await captured(warc, "application/warc") : {};
  const untried = missing("page was not captured");
  const parts: Record<PartName, Part> = {
    exchange: problem ? { ...kept, ...missing(problem) } : { outcome: "captured", ...kept },
    original: problem ? missing(problem) : untried,
    text: untried,
    screenshot: missing(original ? "no Chromium was found" : "page was not captured"),
    pdf: missing(original ? "no Chromium was found" : "page was not captured"),
  };
  if (original) {
    const file = join(folder, "original");
    const mediaType = await mediaTypeOf(original.file, contentType);
    await rename(original.file, file);
    parts.original = { outcome: "captured", file, mediaType, bytes: original.bytes, sha256: original.sha256 };
  }
  await removeRest(folder, exchanged);
  return parts;
}

async function removeRest(folder: string, { hops }: Exchange): Promise<void> {
  const rest = hops.flatMap(({ file }, index) => [file, join(folder, `body-${index + 1}`)]);
  // A connection that failed has left a file without a hop.
  rest.push(join(folder, `hop-${hops.length}`));
  for (const file of rest) await rm(file, { force: true });
}

type Looking = CaptureOptions & { languages: string; limits: Limits; signal: AbortSignal };

/** Reads and shows what is in the original, and answers what it says of itself. */
async function look(
  parts: Record<PartName, Part>,
  exchanged: Exchange,
  options: Looking,
  say: (part: PartName, outcome: Outcome | "working") => void,
): Promise<Facts> {
  const { mediaType = "", file = "" } = parts.original;
  say("text", "working");
  let read = await readText({ file, mediaType, contentType: exchanged.contentType }, options);
  const isEmpty = read.part.outcome === "empty";
  if (!isEmpty) say("text", read.part.outcome);
  if (!isPage(mediaType)) parts.screenshot = parts.pdf = missing("not a page");
  else if (options.browser) {
    say("screenshot", "working");
    const view = await options.browser.show(exchanged.finalUrl, { ...options, wantsHtml: isEmpty });
    ({ screenshot: parts.screenshot, pdf: parts.pdf } = view);
    for (const part of ["screenshot", "pdf"] as const) say(part, parts[part].outcome);
    // A page that only scripts fill is empty over the wire; its words are those that a person sees.
    if (view.rendered) read = await readRendered(view.rendered, read, options);
  }
  if (isEmpty) say("text", read.part.outcome);
  parts.text = read.part;
  return read.facts;
}

async function readRendered(html: string, before: Text, options: Looking): Promise<Text> {
  const file = join(options.folder, "rendered.html");
  await writeFile(file, html, { mode: 0o600 });
  const read = await readText(
    { file, mediaType: "text/html", contentType: "text/html;charset=utf-8" },
    options,
  );
  await rm(file);
  return read.part.outcome === "captured" ? { ...read, part: { ...read.part, isRendered: true } } : before;
}

type Facts = Omit<Reading, "text">;
type Text = { part: Part; facts: Facts };

async function readText(
  { file, mediaType, contentType }: { file: string; mediaType: string; contentType: string | null },
  { folder, limits, signal }: Looking,
): Promise<Text> {
  const isHtml = isPage(mediaType);
  if (!isHtml && mediaType !== "text/plain" && mediaType !== "text/markdown")
    return { part: missing("not a page"), facts: nothingSaid };
  try {
    const { text, ...facts } = await readingRoom.read({ file, contentType, isHtml }, limits, signal);
    const emptiness = emptinessOf(text);
    if (emptiness) return { part: missing(emptiness), facts };
    const kept = join(folder, "text.txt");
    await writeFile(kept, text, { mode: 0o600 });
    return { part: await captured(kept, "text/plain;charset=utf-8"), facts };
  } catch (error) {
    if (error instanceof CaptureProblem) return { part: missing(error), facts: nothingSaid };
    throw error;
  }
}
