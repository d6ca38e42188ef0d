import type { PickedWords } from "#components/claims/log-claim-form";
import { codePointsBefore, type Paragraph } from "#lib/articles/rules";

/** What is selected inside `container`, whose children are the paragraphs with their index in `data-at`; null for nothing. */
export function pickedWords(
  container: HTMLElement,
  paragraphs: readonly Paragraph[],
  text: string,
): PickedWords | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(container)) return null;
  const whole = document.createRange();
  whole.selectNodeContents(container);
  const startsBefore = range.compareBoundaryPoints(Range.START_TO_START, whole) < 0;
  const endsAfter = range.compareBoundaryPoints(Range.END_TO_END, whole) > 0;
  const from = startsBefore ? 0 : offsetOf(container, paragraphs, range.startContainer, range.startOffset);
  const to = endsAfter ? text.length : offsetOf(container, paragraphs, range.endContainer, range.endOffset);
  const words = text.slice(from, to);
  const exact = words.trim();
  if (exact === "") return null;
  const first = from + words.length - words.trimStart().length;
  const start = codePointAt(paragraphs, first);
  return { exact, start, end: start + codePointsBefore(exact) };
}

/** The code point at which somebody pressed inside `container`, selecting nothing; null for none. */
export function pressedPoint(container: HTMLElement, paragraphs: readonly Paragraph[]): number | null {
  const selection = document.getSelection();
  if (!selection?.anchorNode || !container.contains(selection.anchorNode)) return null;
  const offset = offsetOf(container, paragraphs, selection.anchorNode, selection.anchorOffset);
  return codePointAt(paragraphs, offset);
}

/** Keeps the selected words marked when the selection itself goes elsewhere; null ends it. Older browsers do without. */
export function highlightPicked(selection: Selection | null): void {
  if (!("highlights" in CSS)) return;
  if (selection && selection.rangeCount > 0)
    CSS.highlights.set("picked", new Highlight(selection.getRangeAt(0).cloneRange()));
  else CSS.highlights.delete("picked");
}

/** The offset in the whole text, in UTF-16 units, of a place in the document. */
function offsetOf(
  container: HTMLElement,
  paragraphs: readonly Paragraph[],
  node: Node,
  offset: number,
): number {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>("[data-at]");
  if (paragraph) {
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, offset);
    return (paragraphs[Number(paragraph.dataset.at)]?.offset ?? 0) + before.toString().length;
  }
  // Between paragraphs: the beginning of the next one.
  const next = container.children[offset];
  const at = next instanceof HTMLElement ? paragraphs[Number(next.dataset.at)] : undefined;
  const last = paragraphs.at(-1);
  return at?.offset ?? (last ? last.offset + last.text.length : 0);
}

/** The code point at an offset that lies in a paragraph; `paragraphs` are in order. */
function codePointAt(paragraphs: readonly Paragraph[], offset: number): number {
  const paragraph = paragraphs.findLast((candidate) => candidate.offset <= offset);
  if (!paragraph) return 0;
  return paragraph.start + codePointsBefore(paragraph.text, offset - paragraph.offset);
}
