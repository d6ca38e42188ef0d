"use client";

import { useMemo, type RefObject } from "react";
import { MarkedParagraph, type HighlightBy } from "#components/articles/marked-paragraph";
import { directionOf, spansOf, type CoverageMark, type Paragraph, type Span } from "#lib/articles/rules";
import type { MarkedPassage } from "#lib/claims/queries";

const none: readonly MarkedPassage[] = [];
const unmarked: readonly CoverageMark[] = [];

/** The text in paragraphs, each with what touches it. Only paragraphs in which something changes are drawn anew. */
export function ArticleText({
  ref,
  paragraphs,
  passages,
  coverage,
  cursor,
  language,
  by,
  active,
  onPress,
  onSelect,
  onArrive,
}: {
  ref: RefObject<HTMLDivElement | null>;
  paragraphs: readonly Paragraph[];
  passages: readonly MarkedPassage[];
  coverage: readonly CoverageMark[];
  cursor: Span | null;
  language: string;
  by: HighlightBy;
  active: string | null;
  /** A press on the text that selects nothing. */
  onPress: () => void;
  onSelect: () => void;
  /** The focus came here by keyboard. */
  onArrive: () => void;
}) {
  const touching = useMemo(() => spansOf(paragraphs, passages), [paragraphs, passages]);
  const covered = useMemo(() => spansOf(paragraphs, coverage), [paragraphs, coverage]);
  return (
    // Selecting is the browser's; the keys of the cursor are told below the text, and each highlight has its card.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={ref}
      className="text article-text marked"
      lang={language}
      dir={directionOf(language)}
      role="group"
      aria-label="Text of the article"
      // A cursor of its own goes over the sentences, as over the cells of a grid.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onPointerUp={onSelect}
      onKeyUp={onSelect}
      onFocus={(event) => event.target === ref.current && ref.current.matches(":focus-visible") && onArrive()}
      onClick={() => document.getSelection()?.isCollapsed && onPress()}
    >
      {paragraphs.map((paragraph, at) => {
        const here = touching[at] ?? none;
        const activeHere = here.some(({ claim }) => claim.id === active) ? active : null;
        const isHeld = cursor !== null && cursor.start < paragraph.end && cursor.end > paragraph.start;
        return (
          <MarkedParagraph
            key={paragraph.start}
            {...{ paragraph, at, by }}
            passages={here}
            coverage={covered[at] ?? unmarked}
            active={activeHere}
            from={isHeld ? Math.max(cursor.start, paragraph.start) : -1}
            to={isHeld ? Math.min(cursor.end, paragraph.end) : -1}
          />
        );
      })}
    </div>
  );
}
