import { positionStanceSaid } from "#lib/disputes/rules";
import { figureText, measureName, written } from "#lib/figures/rules";
import { pathOfMeasure } from "#lib/publication/addresses";
import { competingFigures, type CompetingFigures, type GivenFigure } from "#lib/publication/facts";
import { deskLang } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { FigureOnScale, scaleOf, type Scale } from "#components/publication/figure-scale";
import { involvement } from "#components/publication/speaker";
import { SourceMark } from "#components/publication/source-mark";
import { CalendarDate } from "#components/ui/calendar-date";
import { Table, type TableColumn } from "#components/ui/table";
import { Text } from "#components/ui/text";

/** With a scale, the figures are drawn beside their words. */
const columnsOn = (scale: Scale | null): TableColumn[] => [
  { label: "Who", lead: true },
  { label: "Figure", numeric: true, bare: true },
  ...(scale === null ? [] : [{ label: "On one scale", wide: true, head: <ScaleEnds scale={scale} /> }]),
  { label: "As of", bare: true },
  { label: "Source", bare: true },
];

/** The figures beside one another, one table per measure; what counts something else never stands in the same one. */
export function CompetingFiguresSection({ view }: { view: PublicView }) {
  const figures = competingFigures(view);
  if (figures === null) return null;
  const compete = figures.tables.some((table) => table.figures.length > 1);
  return (
    <section className="figures" id="figures">
      <h2>{compete ? "Competing figures" : "Figures"}</h2>
      {figures.tables.map((table) => (
        <OneMeasure key={table.measure.id} table={table} lang={deskLang(view)} />
      ))}
      <WithoutFigure positions={figures.without} lang={deskLang(view)} />
      <CountsSomethingElse others={figures.elsewhere} lang={deskLang(view)} />
    </section>
  );
}

function OneMeasure({ table, lang }: { table: CompetingFigures["tables"][number]; lang: string | null }) {
  const scale = scaleOf(table.figures);
  return (
    <div>
      <Table
        caption={measureName(table.measure)}
        showCaption
        lang={lang}
        columns={columnsOn(scale)}
        rows={table.figures.map((given, at) => ({ key: String(at), cells: cells(given, scale) }))}
      />
      {scale !== null && (
        <p className="below-scale" aria-hidden="true">
          <ScaleEnds scale={scale} />
        </p>
      )}
      <p className="small">
        <a href={pathOfMeasure(table.measure)}>
          This measure in other claims
          <span className="sr-only">
            : <span lang={lang ?? undefined}>{measureName(table.measure)}</span>
          </span>
        </a>
      </p>
    </div>
  );
}

const ScaleEnds = ({ scale }: { scale: Scale }) => (
  <span className="ends">
    <span>{written(scale.from)}</span>
    <span>{written(scale.to)}</span>
  </span>
);

const cells = ({ who, involved, stance, source, ...figure }: GivenFigure, scale: Scale | null) => [
  <span key="who">
    <Text>{who}</Text>
    {involved !== null && <span className="mark-line">{involvement(involved)}</span>}
    {stance !== null && stance !== "asserts" && (
      <span className="mark-line">{positionStanceSaid[stance]}</span>
    )}
  </span>,
  <Text key="figure">{figureText(figure)}</Text>,
  ...(scale === null ? [] : [<FigureOnScale key="scale" figure={figure} scale={scale} />]),
  <CalendarDate key="as-of" date={figure.asOf} />,
  source === null ? "not recorded" : <SourceMark key="source" number={source} />,
];

function WithoutFigure({ positions, lang }: { positions: CompetingFigures["without"]; lang: string | null }) {
  if (positions.length === 0) return null;
  return (
    <ul className="plain-list small quiet">
      {positions.map((position, at) => (
        <li key={at}>
          <Text>{position.party.name}</Text> gave no figure: {positionStanceSaid[position.stance]}, “
          <Text lang={position.translation === null ? position.language : lang}>
            {position.translation ?? position.quote}
          </Text>
          ”
        </li>
      ))}
    </ul>
  );
}

function CountsSomethingElse({
  others,
  lang,
}: {
  others: CompetingFigures["elsewhere"];
  lang: string | null;
}) {
  if (others.length === 0) return null;
  return (
    <div className="small quiet">
      <p>Counts something else, and so cannot be set beside these:</p>
      <ul className="plain-list">
        {others.map(({ who, source, ...figure }, at) => (
          <li key={at}>
            <Text>{who}</Text>: <b className="num">{figureText(figure)}</b> (
            <Text lang={lang}>{measureName(figure.measure)}</Text>){" "}
            {source !== null && <SourceMark number={source} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
