import slugify from "@sindresorhus/slugify";
import type { CoverageKind } from "./schema.ts";

/** The address of an article: its title, and a suffix that makes it unique. */
export function articleSlug(title: string, suffix: string): string {
  const words = slugify(title, { decamelize: false }).slice(0, 80).replace(/-+$/, "");
  return `${words || "article"}-${suffix}`;
}

const rightToLeft = new Set("ar arc ckb dv fa he iw ji ks nqo ps sd syr ug ur yi".split(" "));
const rightToLeftScripts = new Set("adlm arab hebr nkoo rohg syrc thaa".split(" "));

/** The writing direction of a language tag; a script in the tag (az-Arab, ur-Latn) counts for more than the language. */
export function directionOf(language: string): "ltr" | "rtl" {
  const [primary = "", ...rest] = language.toLowerCase().split("-");
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  const isRightToLeft = script ? rightToLeftScripts.has(script) : rightToLeft.has(primary);
  return isRightToLeft ? "rtl" : "ltr";
}

/** A place in a text: `start` and `end` count code points. */
export interface Span {
  start: number;
  end: number;
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** How many code points the text has, or has before a UTF-16 offset; one inside a pair counts the pair. */
export function codePointsBefore(text: string, utf16: number = text.length): number {
  let count = 0;
  for (let at = 0; at < utf16; at++) if (!isLow(text.charCodeAt(at))) count++;
  return count;
}

/** The UTF-16 offset at which that many code points have passed; the end of the text for more than it has. */
export function utf16Offset(text: string, codePoints: number, from = 0): number {
  let at = from;
  for (let left = codePoints; left > 0 && at < text.length; left--)
    at += isLow(text.charCodeAt(at + 1)) ? 2 : 1;
  return Math.min(at, text.length);
}

/** The words at a place of the text. */
export function wordsAt(text: string, { start, end }: Span): string {
  const from = utf16Offset(text, start);
  return text.slice(from, utf16Offset(text, end - start, from));
}

const countLimit = 100;

/** Where the exact words stand, if they stand in the text exactly once; otherwise how often (counted to 100). */
export function findExact(text: string, exact: string): Span | { times: number } {
  const first = exact === "" ? -1 : text.indexOf(exact);
  let times = 0;
  for (let at = first; at !== -1 && times < countLimit; at = text.indexOf(exact, at + 1)) times++;
  if (times !== 1) return { times };
  const start = codePointsBefore(text, first);
  return { start, end: start + codePointsBefore(exact) };
}

/** Code points on either side that are kept with a passage, so that it can be found again in another version. */
const contextLength = 32;

/** W3C TextQuoteSelector and TextPositionSelector of a place in a text. */
export function selectorsOf(text: string, { start, end }: Span) {
  const from = utf16Offset(text, start);
  const to = utf16Offset(text, end - start, from);
  // Twice as many UTF-16 units always hold enough code points; a pair cut in half is never among those kept.
  const before = Array.from(text.slice(Math.max(0, from - 2 * contextLength), from));
  const after = Array.from(text.slice(to, to + 2 * contextLength));
  return {
    start,
    end,
    exact: text.slice(from, to),
    prefix: before.slice(-contextLength).join(""),
    suffix: after.slice(0, contextLength).join(""),
  };
}

/** What is shown around a passage: no more than its own paragraph, without words that were cut, "…" where there is more. */
export function surroundings({ prefix, suffix }: { prefix: string; suffix: string }) {
  const isWhole = (kept: string) => kept.includes("\n") || codePointsBefore(kept) < contextLength;
  const before = prefix.slice(prefix.lastIndexOf("\n") + 1);
  const after = suffix.split("\n", 1)[0] ?? "";
  return {
    before: isWhole(prefix) ? before : `…${before.replace(/^\S*\s/, "")}`,
    after: isWhole(suffix) ? after : `${after.replace(/\s\S*$/, "")}…`,
  };
}

/** A line of the text that is not blank; `start` and `end` count code points, `offset` UTF-16 units of the whole text. */
export interface Paragraph extends Span {
  offset: number;
  text: string;
}

/** The paragraphs of a text, in its order. Joined to their places they are the text: nothing is trimmed. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  let offset = 0;
  for (const line of text.split("\n")) {
    const length = codePointsBefore(line);
    if (line.trim() !== "") paragraphs.push({ start, end: start + length, offset, text: line });
    start += length + 1;
    offset += line.length + 1;
  }
  return paragraphs;
}

/** For each paragraph the spans that touch it; both in the order of the text. */
export function spansOf<S extends Span>(paragraphs: readonly Span[], spans: readonly S[]): S[][] {
  const ordered = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let open: S[] = [];
  return paragraphs.map((paragraph) => {
    const begun: S[] = [];
    for (let span = ordered[next]; span && span.start < paragraph.end; span = ordered[++next])
      begun.push(span);
    open = [...open, ...begun].filter((span) => span.end > paragraph.start);
    return open;
  });
}

/** A run of words under the same spans: the innermost of them, and how many there are. */
export interface Segment<S> extends Span {
  text: string;
  span: S | null;
  depth: number;
}

/**
 * Cuts a paragraph where spans begin and end, and at `also`. Spans overlap freely; the shortest one is the innermost.
 */
export function segmentsOf<S extends Span>(
  paragraph: Paragraph,
  spans: readonly S[],
  also: readonly Span[] = [],
): Segment<S>[] {
  const inside = (at: number) => at > paragraph.start && at < paragraph.end;
  const cuts = new Set([...spans, ...also].flatMap((span) => [span.start, span.end]).filter(inside));
  const bounds = [paragraph.start, ...[...cuts].sort((a, b) => a - b), paragraph.end];
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  const segments: Segment<S>[] = [];
  let next = 0;
  let open: S[] = [];
  let offset = 0;
  for (const [index, start] of bounds.slice(0, -1).entries()) {
    const end = bounds[index + 1] ?? paragraph.end;
    for (let span = ordered[next]; span && span.start <= start; span = ordered[++next]) open.push(span);
    open = open.filter((span) => span.end > start);
    const to = utf16Offset(paragraph.text, end - start, offset);
    segments.push({
      start,
      end,
      text: paragraph.text.slice(offset, to),
      span: innermost(open),
      depth: open.length,
    });
    offset = to;
  }
  return segments;
}

function innermost<S extends Span>(spans: readonly S[]): S | null {
  let found: S | null = null;
  for (const span of spans) if (!found || span.end - span.start < found.end - found.start) found = span;
  return found;
}

/** A sentence that was looked at and in which there is no claim to check. */
export interface CoverageMark extends Span {
  kind: CoverageKind;
  /** Why it cannot be checked; null for an opinion. */
  reason: string | null;
}

export const coverageKindNames: Record<CoverageKind, string> = {
  opinion: "Opinion",
  not_checkable: "Not checkable",
};

/** The marks with those on `spans` taken off, and `kind` put in their place where one is given; in the order of the text. */
export function withMarks(
  marks: readonly CoverageMark[],
  spans: readonly Span[],
  put: Pick<CoverageMark, "kind" | "reason"> | null,
): CoverageMark[] {
  const hit = (mark: Span) => spans.some(({ start, end }) => mark.start < end && mark.end > start);
  const fresh = put ? spans.map(({ start, end }) => ({ start, end, ...put })) : [];
  return [...marks.filter((mark) => !hit(mark)), ...fresh].sort((a, b) => a.start - b.start);
}

/** What is known of a sentence; null while nobody has looked at it. */
export type Looked = "logged" | CoverageKind | null;

/** For each sentence what was done about it. A passage that touches it counts before a mark; both lists in any order. */
export function lookedAt(
  sentences: readonly Span[],
  passages: readonly Span[],
  marks: readonly CoverageMark[],
): Looked[] {
  const marked = spansOf(sentences, marks);
  return spansOf(sentences, passages).map((here, at) =>
    here.length > 0 ? "logged" : (marked[at]?.[0]?.kind ?? null),
  );
}
