import { align } from "./alignment.ts";
import { tokensOf } from "./tokens.ts";

/** A run of text that stayed, was added, or was removed. */
export interface Part {
  value: string;
  added?: boolean;
  removed?: boolean;
}

/** What changed from one text to another, word by word; where only white space differs, that of the later one stands. */
export function compareTexts(before: string, after: string): Part[] {
  const [was, is] = [tokensOf(before), tokensOf(after)];
  const map = align(
    was.map(({ says }) => says),
    is.map(({ says }) => says),
  );
  const parts: Part[] = [];
  let [i, j] = [0, 0];
  const until = (to: number, there: number) => {
    change(parts, before.slice(i, to), after.slice(j, there));
    [i, j] = [to, there];
  };
  for (const [at, token] of was.entries()) {
    const other = is[map[at] ?? -1];
    if (!other) continue;
    until(token.from, other.from);
    const [raw, now] = [before.slice(token.from, token.to), after.slice(other.from, other.to)];
    if (raw === now) add(parts, { value: now });
    else until(token.to, other.to);
    [i, j] = [token.to, other.to];
  }
  until(before.length, after.length);
  return parts;
}

function change(parts: Part[], removed: string, added: string): void {
  if (removed.trim() === "" && added.trim() === "") return add(parts, { value: added });
  const lead = sharedBlank(/^\s*/, removed, added);
  const [was, is] = [removed.slice(lead.length), added.slice(lead.length)];
  const trail = sharedBlank(/\s*$/, was, is);
  add(parts, { value: lead });
  add(parts, { value: was.slice(0, was.length - trail.length), removed: true });
  add(parts, { value: is.slice(0, is.length - trail.length), added: true });
  add(parts, { value: trail });
}

function sharedBlank(place: RegExp, one: string, other: string): string {
  const [blank, also] = [place.exec(one)?.[0] ?? "", place.exec(other)?.[0] ?? ""];
  return blank === also ? blank : "";
}

function add(parts: Part[], part: Part): void {
  if (part.value === "") return;
  const last = parts.at(-1);
  if (last && last.added === part.added && last.removed === part.removed) last.value += part.value;
  else parts.push(part);
}

/** Paragraphs of a comparison, or how many in a row were left out since nothing changed near them. */
export type Passus = { parts: Part[] } | { skipped: number };

/** The paragraphs in which something changed, with one on either side; the others are counted. */
export function changedParagraphs(before: string, after: string): Passus[] {
  const paragraphs = inParagraphs(compareTexts(before, after));
  const isChanged = (at: number) => paragraphs[at]?.some(({ added, removed }) => added || removed) ?? false;
  const result: Passus[] = [];
  for (const [at, parts] of paragraphs.entries()) {
    if ([at - 1, at, at + 1].some(isChanged)) {
      result.push({ parts });
      continue;
    }
    const last = result.at(-1);
    if (last && "skipped" in last) last.skipped++;
    else result.push({ skipped: 1 });
  }
  return result;
}

/** Cut at newlines, of whatever kind; blank paragraphs are left out. */
function inParagraphs(parts: readonly Part[]): Part[][] {
  const paragraphs: Part[][] = [[]];
  for (const { value, ...kind } of parts)
    for (const [line, words] of value.split("\n").entries()) {
      if (line > 0) paragraphs.push([]);
      if (words !== "") paragraphs.at(-1)?.push({ value: words, ...kind });
    }
  return paragraphs.filter((words) => words.some(({ value }) => value.trim() !== ""));
}
