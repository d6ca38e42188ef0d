import { positionStanceSaid } from "#lib/disputes/rules";
import { figureText, measureName } from "#lib/figures/rules";
import { pathOfMeasure } from "#lib/publication/addresses";
import { competingFigures, type CompetingFigures, type GivenFigure } from "#lib/publication/facts";
import type { PublicView } from "#lib/publication/schema";
import { involvement } from "#components/publication/speaker";
import { SourceMark } from "#components/publication/source-mark";
import { CalendarDate } from "#components/ui/calendar-date";
import { Table } from "#components/ui/table";
import { Text } from "#components/ui/text";

const columns = [
  { label: "Who", lead: true },
  { label: "Figure", numeric: true },
  { label: "As of" },
  { label: "Source" },
];

/** The figures beside one another, one table per measure; what counts something else never stands in the same one. */
export function CompetingFiguresSection({ view }: { view: PublicView }) {
  const figures = competingFigures(view);
  if (figures === null) return null;
  const compete = figures.tables.some((table) => table.figures.length > 1);
  return (
    <section className="part figures" id="figures">
      <h2>{compete ? "Competing figures" : "Figures"}</h2>
      {figures.tables.map((table) => (
        <div key={table.measure.id}>
          <Table
            caption={measureName(table.measure)}
            showCaption
            columns={columns}
            rows={table.figures.map((given, at) => ({ key: String(at), cells: cells(given) }))}
          />
          <p className="small">
            <a href={pathOfMeasure(table.measure)}>This measure in other claims</a>
          </p>
        </div>
      ))}
      <WithoutFigure positions={figures.without} />
      <CountsSomethingElse others={figures.elsewhere} />
    </section>
  );
}

const cells = ({ who, involved, stance, source, ...figure }: GivenFigure) => [
  <span key="who">
    <Text>{who}</Text>
    {involved !== null && <span className="mark-line">{involvement(involved)}</span>}
    {stance !== null && stance !== "asserts" && (
      <span className="mark-line">{positionStanceSaid[stance]}</span>
    )}
  </span>,
  <Text key="figure">{figureText(figure)}</Text>,
  <CalendarDate key="as-of" date={figure.asOf} />,
  source === null ? "not recorded" : <SourceMark key="source" number={source} />,
];

function WithoutFigure({ positions }: { positions: CompetingFigures["without"] }) {
  if (positions.length === 0) return null;
  return (
    <ul className="plain-list small quiet">
      {positions.map((position, at) => (
        <li key={at}>
          <Text>{position.party.name}</Text> gave no figure: {positionStanceSaid[position.stance]}, “
          <Text lang={position.translation === null ? position.language : null}>
            {position.translation ?? position.quote}
          </Text>
          ”
        </li>
      ))}
    </ul>
  );
}

function CountsSomethingElse({ others }: { others: CompetingFigures["elsewhere"] }) {
  if (others.length === 0) return null;
  return (
    <div className="small quiet">
      <p>Counts something else, and so cannot be set beside these:</p>
      <ul className="plain-list">
        {others.map(({ who, source, ...figure }, at) => (
          <li key={at}>
            <Text>{who}</Text>: <b className="num">{figureText(figure)}</b> (
            <Text>{measureName(figure.measure)}</Text>) {source !== null && <SourceMark number={source} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
