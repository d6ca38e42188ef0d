import { memo } from "react";
import { hueClass } from "#components/ui/rating-mark";
import type { Paragraph } from "#lib/articles/rules";
import { segmentsOf } from "#lib/articles/rules";
import type { MarkedPassage } from "#lib/claims/queries";

/** A paragraph of the text with its passages marked; `active` is the claim whose passages stand out. */
export const MarkedParagraph = memo(function MarkedParagraph({
  paragraph,
  at,
  passages,
  active,
}: {
  paragraph: Paragraph;
  at: number;
  passages: readonly MarkedPassage[];
  active: string | null;
}) {
  const shown = passages.filter((passage) => passage.claim.id === active);
  const isOn = (from: number, to: number) => shown.some(({ start, end }) => start <= from && end >= to);
  return (
    <p data-at={at}>
      {segmentsOf(paragraph, passages).map((segment) =>
        segment.span ? (
          <mark
            key={segment.start}
            data-claim={segment.span.claim.id}
            className={[
              hueClass(segment.span.claim.rating?.hue ?? "none"),
              segment.depth > 1 && "deep",
              isOn(segment.start, segment.end) && "on",
            ]
              .filter(Boolean)
              .join(" ")}
          >
            {segment.text}
          </mark>
        ) : (
          segment.text
        ),
      )}
    </p>
  );
});
