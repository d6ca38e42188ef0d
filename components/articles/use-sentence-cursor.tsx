"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import { highlightPicked } from "#components/articles/picked-words";
import { useCursorKeys, type CursorStep } from "#components/articles/use-cursor-keys";
import { cursorOn, grown, moved, trimmed, type Cursor } from "#lib/articles/cursor";
import { directionOf, type Paragraph, type Span } from "#lib/articles/rules";
import { sentenceAt } from "#lib/articles/sentences";

/**
 * What somebody who reads holds, moved by keys and by `placeAt`. Takes the place of any selection of the browser, keeps
 * itself in view, and tells `onHeld` of each change by key or click. Null until it is used for the first time.
 */
export function useSentenceCursor({
  text,
  language,
  paragraphs,
  sentences,
  onHeld,
}: {
  text: RefObject<HTMLElement | null>;
  language: string;
  paragraphs: readonly Paragraph[];
  sentences: readonly Span[];
  onHeld: (cursor: Cursor) => void;
}) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  // Keys may come faster than the page is drawn.
  const now = useRef<Cursor | null>(null);

  function hold(next: Cursor | null) {
    now.current = next;
    setCursor(next);
    if (!next) return;
    document.getSelection()?.removeAllRanges();
    highlightPicked(null);
    onHeld(next);
  }
  const begin = () => cursorOn(sentences, sentenceAt(sentences, firstInView(text.current, paragraphs)));
  function step(taken: CursorStep) {
    const held = now.current;
    if (taken.kind === "leave") {
      if (held && text.current?.contains(document.activeElement) === true) hold(null);
      else text.current?.focus({ preventScroll: true });
    } else if (!held) hold(begin());
    else if (taken.kind === "trim") hold(trimmed(paragraphs, held, taken.edge, taken.by));
    else hold((taken.kind === "grow" ? grown : moved)(sentences, held, taken.by));
  }
  useCursorKeys(text, directionOf(language) === "rtl", step);
  useEffect(() => {
    if (!cursor) return;
    const drawn = text.current?.querySelectorAll(".cursor");
    const edge = drawn?.[cursor.head > cursor.anchor ? drawn.length - 1 : 0];
    edge?.scrollIntoView({ block: "nearest" });
  }, [cursor, text]);

  return {
    cursor,
    held: () => now.current,
    placeAt: (point: number) => hold(cursorOn(sentences, sentenceAt(sentences, point))),
    /** For whoever comes to the text by Tab: it shows where they are. */
    beginHere: () => now.current ?? hold(begin()),
  };
}

/** The code point at which the first paragraph in view begins. */
function firstInView(container: HTMLElement | null, paragraphs: readonly Paragraph[]): number {
  const box = container?.getBoundingClientRect();
  if (!container || !box || box.top >= 0) return 0;
  const middle = box.left + box.width / 2;
  for (let y = 80; y < window.innerHeight; y += 24) {
    const found = document.elementFromPoint(middle, y)?.closest<HTMLElement>("[data-at]");
    if (found && container.contains(found)) return paragraphs[Number(found.dataset.at)]?.start ?? 0;
  }
  return 0;
}
