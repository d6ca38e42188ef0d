import { PageLink } from "#components/ui/page-link";
import { SourceLine } from "#components/sources/source-line";
import { CalendarDate } from "#components/ui/calendar-date";
import { Table } from "#components/ui/table";
import { Text } from "#components/ui/text";
import type { PositionView } from "#lib/disputes/queries";
import { positionStanceSaid } from "#lib/disputes/rules";
import type { FigureView, MeasureView } from "#lib/figures/queries";
import { figureText, measureName, tablesByMeasure } from "#lib/figures/rules";

const columns = [
  { label: "Who", lead: true },
  { label: "Figure", numeric: true },
  { label: "As of" },
  { label: "Source" },
];

/**
 * The figures of a claim, those of one measure beside one another; whoever answered without a figure, and figures that
 * count something else, stand under them in words.
 */
export function FigureTables({
  figures,
  silent,
}: {
  figures: readonly FigureView[];
  silent: readonly PositionView[];
}) {
  const { tables, elsewhere, unmeasured } = tablesByMeasure<MeasureView, FigureView>(figures);
  const without = silent.filter(({ id }) => figures.every(({ positionId }) => positionId !== id));
  if (figures.length === 0)
    return (
      <p className="quiet">No figures yet. Add them beside the position or the evidence that gives them.</p>
    );
  return (
    <div className="stack">
      {tables.map(({ measure, figures: rows }) => (
        <div key={measure.id} className="stack">
          <Table
            caption={`Counts ${measureName(measure)}`}
            showCaption
            columns={columns}
            rows={rows.map((figure) => ({
              key: figure.id,
              cells: [
                <Text key="who">{figure.who}</Text>,
                <Value key="figure" figure={figure} />,
                <CalendarDate key="as-of" date={figure.asOf} fallback="not given" />,
                figure.source ? (
                  <span key="source">
                    <SourceLine source={figure.source} />
                  </span>
                ) : (
                  "none named"
                ),
              ],
            }))}
          />
          <p className="small">
            <PageLink href={`/desk/measures/${measure.id}`}>All figures of this measure</PageLink>
          </p>
        </div>
      ))}
      {without.length > 0 && (
        <ul className="plain-list small" aria-label="Answered without a figure">
          {without.map(({ id, party, stance, quote, language }) => (
            <li key={id}>
              <Text>{party.name}</Text> gave no figure: {positionStanceSaid[stance]},{" "}
              <Text lang={language}>“{quote}”</Text>
            </li>
          ))}
        </ul>
      )}
      {elsewhere.length > 0 && (
        <ul className="plain-list small" aria-label="Counts something else">
          {elsewhere.map((figure) => (
            <li key={figure.id}>
              Counts something else: <Text>{figure.who}</Text>, <Value figure={figure} />
              {figure.measure && (
                <>
                  {", "}
                  <PageLink href={`/desk/measures/${figure.measure.id}`}>
                    <Text>{measureName(figure.measure)}</Text>
                  </PageLink>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {unmeasured.length > 0 && (
        <p className="small quiet">
          {unmeasured.length === 1 ? "1 figure stands" : `${unmeasured.length} figures stand`} in no table,
          since what it counts is not set yet: {unmeasured.map(({ words }) => `“${words}”`).join(", ")}.
        </p>
      )}
    </div>
  );
}

function Value({ figure }: { figure: FigureView }) {
  const text = figureText(figure);
  return figure.qualifier === null ? <Text lang={figure.language}>{text}</Text> : <>{text}</>;
}
