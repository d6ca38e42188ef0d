import { CalendarDate } from "#components/ui/calendar-date";
import { DefinitionList } from "#components/ui/definition-list";
import { Markdown } from "#components/ui/markdown";
import { RatingMark } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";
import type { RatingView, VerdictDraft } from "#lib/verdicts/queries";
import { gradeNames } from "#lib/verdicts/rules";

/** The draft verdict, to read only: while an edition is decided on, or public, it does not change. */
export function VerdictSummary({ draft, ratings }: { draft: VerdictDraft; ratings: readonly RatingView[] }) {
  const rating = ratings.find(({ code }) => code === draft.rating);
  return (
    <DefinitionList
      entries={[
        ["Finding", said(draft.finding, "serif")],
        [
          "Rating",
          rating && <RatingMark word={rating.name} hue={rating.hue} glyph={rating.glyph} size="chip" />,
        ],
        ["Evidence grade", draft.grade && gradeNames[draft.grade]],
        ["Reasoning", draft.reasoning && <Markdown>{draft.reasoning}</Markdown>],
        ["How it was checked", draft.howChecked && <Markdown>{draft.howChecked}</Markdown>],
        ["Known", lines(draft.known)],
        ["Not known", lines(draft.notKnown)],
        ["Point of contradiction", said(draft.contradiction)],
        ["Where we looked", said(draft.search)],
        ["As of", draft.asOf && <CalendarDate date={draft.asOf} />],
        ["Look again on", draft.lookAgainOn && <CalendarDate date={draft.lookAgainOn} />],
        ["Least sure of", said(draft.leastSure)],
      ]}
    />
  );
}

const said = (words: string, className?: string) =>
  words !== "" && (
    <Text as="p" className={className}>
      {words}
    </Text>
  );

const lines = (text: string) =>
  text !== "" && (
    <ul>
      {text.split("\n").map((line, at) => (
        <li key={at}>
          <Text>{line}</Text>
        </li>
      ))}
    </ul>
  );
