import { positionStanceSaid } from "#lib/disputes/rules";
import { figureText } from "#lib/figures/rules";
import type { MeasuredFigure, MeasurePage } from "#lib/publication/pages";
import { measurePath } from "#lib/publication/addresses";
import { claimPath, deskLang } from "#lib/publication/rules";
import { CalendarDate } from "#components/ui/calendar-date";
import { DefinitionList } from "#components/ui/definition-list";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { RatingMark } from "#components/ui/rating-mark";
import { Table } from "#components/ui/table";
import { Text } from "#components/ui/text";

const columns = [
  { label: "Who", lead: true },
  { label: "Figure", numeric: true },
  { label: "As of" },
  { label: "In the fact-check of" },
];

/** The figures of one measure over all fact-checks that have any, with what it counts; no other measure is on the page. */
export function MeasurePageDocument({ measure, first }: { measure: MeasurePage; first: boolean }) {
  const { name, parts, figures, claims, next } = measure;
  const path = measurePath(name, measure.key);
  const lang = deskLang(measure);
  return (
    <div className="page single">
      <article>
        <p className="eyebrow">Measure</p>
        <h1>
          <Text lang={lang}>{name}</Text>
        </h1>
        {claims > 0 && (
          <p className="quiet">
            Figures from {claims === 1 ? "one published fact-check" : `${claims} published fact-checks`} that
            count exactly this, newest fact-check first. Figures that count anything else stand on another
            page; none are added up or averaged.
          </p>
        )}
        <section className="part definition">
          <h2>What it counts</h2>
          <DefinitionList
            entries={definition(parts).map(([label, words]) => [
              label,
              words && (
                <Text key={label} lang={lang}>
                  {words}
                </Text>
              ),
            ])}
          />
        </section>
        <section className="part figures">
          <h2>Figures</h2>
          {figures.length === 0 ? (
            <Empty claims={claims} />
          ) : (
            <Table
              caption={name}
              lang={lang}
              columns={columns}
              rows={figures.map((figure, at) => ({ key: String(at), cells: cells(figure) }))}
            />
          )}
          <Pagination newer={first ? null : path} older={next && `${path}?after=${next}`} />
        </section>
      </article>
    </div>
  );
}

const Empty = ({ claims }: { claims: number }) =>
  claims === 0 ? (
    <EmptyState title="No published fact-check has a figure of this measure now">
      One had, and has been changed or retracted since.
    </EmptyState>
  ) : (
    <EmptyState title="There is nothing older">You have reached the end of the list.</EmptyState>
  );

const cells = ({ who, stance, claim, ...figure }: MeasuredFigure) => [
  <span key="who">
    <Text>{who}</Text>
    {stance !== null && stance !== "asserts" && (
      <span className="mark-line">{positionStanceSaid[stance]}</span>
    )}
  </span>,
  <Text key="figure">{figureText(figure)}</Text>,
  <CalendarDate key="as-of" date={figure.asOf} />,
  <span key="claim">
    <a href={claimPath(claim.slug)}>
      <Text lang={claim.language}>{claim.wording}</Text>
    </a>
    <span className="mark-line">
      <RatingMark
        word={claim.rating.name}
        hue={claim.rating.hue}
        glyph={claim.rating.glyph}
        lang={deskLang(claim)}
      />
    </span>
  </span>,
];

/** What the measure is made of, as far as it says. */
const definition = ({ unit, what, status, place, period, base }: MeasurePage["parts"]) =>
  [
    ["Unit", unit],
    ["Who or what", what],
    ["Status", status],
    ["Place", place],
    ["Period", period],
    ["As a share of", base],
  ] as const;
