import { gradeDefinitions, gradeNames } from "#lib/verdicts/rules";
import { independentGroups } from "#lib/publication/facts";
import { deskLang } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { CalendarDate } from "#components/ui/calendar-date";
import { hueClass, RatingMark } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";

/** The conclusion: rating, finding, what the rating means, and how well the finding is supported. */
export function VerdictBox({ view, publishedAt }: { view: PublicView; publishedAt?: string | undefined }) {
  const { verdict } = view;
  if (view.retraction !== null) return <Retracted view={view} reason={view.retraction} />;
  const groups = independentGroups(view);
  const lang = deskLang(view);
  return (
    <div className={`verdict ${hueClass(verdict.rating.hue)}`}>
      <h2 className="sr-only">Verdict</h2>
      <RatingMark
        word={verdict.rating.name}
        hue={verdict.rating.hue}
        glyph={verdict.rating.glyph}
        size="large"
        lang={lang}
      />
      <Text as="p" lang={lang} className="finding">
        {verdict.finding}
      </Text>
      {verdict.contradiction !== "" && (
        <p className="def">
          <b>What they contradict each other on</b>: <Text lang={lang}>{verdict.contradiction}</Text>
        </p>
      )}
      <p className="def">
        <b lang={lang ?? undefined}>{verdict.rating.name}</b>:{" "}
        <Text lang={lang}>{verdict.rating.definition}</Text>
      </p>
      <p className="def">
        Evidence for this finding: <b>{gradeNames[verdict.grade].toLowerCase()}</b>
        {groups > 1 && `, by ${groups} independent groups of sources`}. {gradeDefinitions[verdict.grade]}
      </p>
      <Until view={view} publishedAt={publishedAt} />
    </div>
  );
}

/** To which day the finding holds, and when the desk looks again. */
function Until({ view, publishedAt }: { view: PublicView; publishedAt: string | undefined }) {
  const { asOf, lookAgainOn } = view.verdict;
  if (asOf === null && lookAgainOn === null && publishedAt === undefined) return null;
  return (
    <p className="def">
      {asOf !== null && (
        <>
          As of <CalendarDate date={asOf} />.{" "}
        </>
      )}
      {asOf === null && publishedAt !== undefined && (
        <>
          As of <Time at={publishedAt} style="date" />.{" "}
        </>
      )}
      {lookAgainOn !== null && (
        <>
          We look again on <CalendarDate date={lookAgainOn} />.
        </>
      )}
    </p>
  );
}

/** A retracted fact-check keeps its page and loses its verdict: what it said stays readable as what was withdrawn. */
function Retracted({ view, reason }: { view: PublicView; reason: string }) {
  const lang = deskLang(view);
  return (
    <div className="verdict is-none">
      <h2 className="sr-only">Verdict</h2>
      <p className="withdrawn">Retracted: do not rely on this fact-check</p>
      <Text as="p" lang={lang}>
        {reason}
      </Text>
      <p className="def">
        We had rated this claim <b lang={lang ?? undefined}>{view.verdict.rating.name}</b>. We withdraw that
        rating and the finding that went with it:{" "}
        <Text as="q" lang={lang}>
          {view.verdict.finding}
        </Text>{" "}
        Everything below stands as it was, so that readers can see what we withdrew.
      </p>
    </div>
  );
}
