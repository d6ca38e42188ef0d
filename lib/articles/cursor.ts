import { codePointsBefore, type Paragraph, type Span } from "./rules.ts";

/**
 * What somebody who reads holds: the sentences from `anchor`, where they began to grow it, to `head`, which moves; and the
 * span itself, which may be less or more than those sentences once it was trimmed by words. Both indices, code points.
 */
export interface Cursor extends Span {
  anchor: number;
  head: number;
}

/** The cursor on one sentence, or on all between two; indices beyond the text are brought into it. Null for no text. */
export function cursorOn(sentences: readonly Span[], anchor: number, head = anchor): Cursor | null {
  const inside = (index: number) => Math.min(Math.max(index, 0), sentences.length - 1);
  const [from, to] = [inside(anchor), inside(head)];
  const [first, last] = [sentences[Math.min(from, to)], sentences[Math.max(from, to)]];
  return first && last ? { anchor: from, head: to, start: first.start, end: last.end } : null;
}

/** One sentence on, or back; from several sentences to the one beyond them. It stays at either end of the text. */
export function moved(sentences: readonly Span[], { anchor, head }: Cursor, by: 1 | -1): Cursor | null {
  return cursorOn(sentences, by > 0 ? Math.max(anchor, head) + 1 : Math.min(anchor, head) - 1);
}

/** Grows the cursor by a sentence, or shrinks it on the side on which it was grown. */
export function grown(sentences: readonly Span[], { anchor, head }: Cursor, by: 1 | -1): Cursor | null {
  return cursorOn(sentences, anchor, head + by);
}

/**
 * Moves one edge of the cursor by a word; it never empties, and never leaves the paragraph in which that edge is.
 * The marks after the last word of a paragraph count as a step of their own.
 */
export function trimmed(
  paragraphs: readonly Paragraph[],
  cursor: Cursor,
  edge: "start" | "end",
  by: 1 | -1,
): Cursor {
  const at = cursor[edge];
  const paragraph = paragraphs.find(({ start, end }) =>
    edge === "start" ? at >= start && at < end : at > start && at <= end,
  );
  if (!paragraph) return cursor;
  const stops = wordEdges(paragraph, edge);
  const next = by > 0 ? stops.find((stop) => stop > at) : stops.findLast((stop) => stop < at);
  if (next === undefined) return cursor;
  const changed = { ...cursor, [edge]: next };
  return changed.start < changed.end ? changed : cursor;
}

/** Where words begin or end in a paragraph, in code points of the text; its own edge without blank space is one too. */
function wordEdges({ text, start }: Paragraph, edge: "start" | "end"): number[] {
  const blank = text.length - text.trimStart().length;
  const stops = new Set([edge === "start" ? blank : text.trimEnd().length]);
  for (const { index, segment, isWordLike } of new Intl.Segmenter("und", { granularity: "word" }).segment(
    text,
  ))
    if (isWordLike) stops.add(edge === "start" ? index : index + segment.length);
  return [...stops].sort((a, b) => a - b).map((offset) => start + codePointsBefore(text, offset));
}
