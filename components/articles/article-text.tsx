"use client";

import { useMemo, type RefObject } from "react";
import { MarkedParagraph } from "#components/articles/marked-paragraph";
import { directionOf, spansOf, type Paragraph } from "#lib/articles/rules";
import type { MarkedPassage } from "#lib/claims/queries";

const none: readonly MarkedPassage[] = [];

/** The text in paragraphs, each with the passages that touch it. Only paragraphs that an active claim touches are redrawn. */
export function ArticleText({
  ref,
  paragraphs,
  passages,
  language,
  active,
  onMark,
  onSelect,
}: {
  ref: RefObject<HTMLDivElement | null>;
  paragraphs: readonly Paragraph[];
  passages: readonly MarkedPassage[];
  language: string;
  active: string | null;
  onMark: (claimId: string) => void;
  onSelect: () => void;
}) {
  const touching = useMemo(() => spansOf(paragraphs, passages), [paragraphs, passages]);
  return (
    // The text is no control: selecting is the browser's, and each highlight is reached from its card by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={ref}
      className="text article-text"
      lang={language}
      dir={directionOf(language)}
      onPointerUp={onSelect}
      onKeyUp={onSelect}
      onClick={(event) => {
        const mark = event.target instanceof Element ? event.target.closest<HTMLElement>("mark") : null;
        if (mark?.dataset.claim && document.getSelection()?.isCollapsed) onMark(mark.dataset.claim);
      }}
    >
      {paragraphs.map((paragraph, at) => {
        const here = touching[at] ?? none;
        const activeHere = here.some(({ claim }) => claim.id === active) ? active : null;
        return (
          <MarkedParagraph key={paragraph.start} {...{ paragraph, at, passages: here }} active={activeHere} />
        );
      })}
    </div>
  );
}
