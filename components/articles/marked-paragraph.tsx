import { memo, type ReactNode } from "react";
import { hueClass } from "#components/ui/rating-mark";
import {
  coverageKindNames,
  segmentsOf,
  type CoverageMark,
  type Paragraph,
  type Segment,
} from "#lib/articles/rules";
import type { MarkedPassage } from "#lib/claims/queries";
import { publicNumber, standingWords } from "#lib/claims/rules";

/** What the colour of a highlight says. */
export type HighlightBy = "rating" | "stage";

interface MarkedParagraphProps {
  paragraph: Paragraph;
  at: number;
  passages: readonly MarkedPassage[];
  coverage: readonly CoverageMark[];
  by: HighlightBy;
  /** The claim whose passages stand out. */
  active: string | null;
  /** What the cursor holds of this paragraph, in code points; -1 for nothing. */
  from: number;
  to: number;
}

/** A paragraph of the text with its passages, the marks of what was looked at, and the cursor where it is here. */
export const MarkedParagraph = memo(function MarkedParagraph(props: MarkedParagraphProps) {
  const { paragraph, at, passages, coverage, from, to } = props;
  const cursor = from < 0 ? [] : [{ start: from, end: to }];
  const before: ReactNode[] = [];
  const held: ReactNode[] = [];
  const after: ReactNode[] = [];
  for (const segment of segmentsOf(paragraph, passages, [...coverage, ...cursor])) {
    const into = from < 0 || segment.start < from ? before : segment.start < to ? held : after;
    into.push(drawn(segment, props));
  }
  return (
    <p data-at={at}>
      {before}
      {held.length > 0 && (
        <span key="cursor" className="cursor">
          {held}
        </span>
      )}
      {after}
    </p>
  );
}, isSameParagraph);

function drawn(
  segment: Segment<MarkedPassage>,
  { paragraph, passages, coverage, by, active }: MarkedParagraphProps,
) {
  const { start, end, span, depth, text } = segment;
  const isOn = passages.some(
    (passage) => passage.claim.id === active && passage.start <= start && passage.end >= end,
  );
  const marked = span ? (
    <mark
      key={start}
      data-claim={span.claim.id}
      data-depth={depth > 1 && end === Math.min(span.end, paragraph.end) ? depth : undefined}
      title={`${publicNumber(span.claim.number)}: ${span.claim.rating?.name ?? "not rated"}, ${standingWords(span.claim).toLowerCase()}`}
      className={[
        by === "stage" ? `at-${span.claim.stage}` : hueClass(span.claim.rating?.hue ?? "none"),
        depth > 1 && "deep",
        isOn && "on",
      ]
        .filter(Boolean)
        .join(" ")}
    >
      {text}
    </mark>
  ) : (
    text
  );
  const mark = coverage.find((candidate) => candidate.start <= start && candidate.end >= end);
  if (!mark) return marked;
  const isEnd = end === Math.min(mark.end, paragraph.end);
  return (
    <span
      key={`${start}-${mark.kind}`}
      className={`looked ${mark.kind}`}
      title={mark.reason ?? undefined}
      data-kind={isEnd ? coverageKindNames[mark.kind].toLowerCase() : undefined}
    >
      {marked}
    </span>
  );
}

/** A key press or a mark draws only the paragraphs anew in which something differs. */
function isSameParagraph(a: MarkedParagraphProps, b: MarkedParagraphProps): boolean {
  const same = (one: readonly unknown[], other: readonly unknown[]) =>
    one === other || (one.length === other.length && one.every((item, index) => item === other[index]));
  return (
    a.paragraph === b.paragraph &&
    a.by === b.by &&
    a.active === b.active &&
    a.from === b.from &&
    a.to === b.to &&
    same(a.passages, b.passages) &&
    same(a.coverage, b.coverage)
  );
}
