import { ClaimNumber } from "#components/claims/claim-number";
import { PageLink } from "#components/ui/page-link";
import { SourceLine } from "#components/sources/source-line";
import { CalendarDate } from "#components/ui/calendar-date";
import { DefinitionList } from "#components/ui/definition-list";
import { Table } from "#components/ui/table";
import { Text } from "#components/ui/text";
import type { ComparedFigure, MeasureView } from "#lib/figures/queries";
import { figureText, measureName } from "#lib/figures/rules";

const columns = [
  { label: "Who", lead: true },
  { label: "Figure", numeric: true },
  { label: "As of" },
  { label: "Claim" },
  { label: "Source" },
];

/** A measure by its parts, and every figure of it beside the others, whatever the claim. */
export function MeasureDetail({
  measure,
  figures,
}: {
  measure: MeasureView;
  figures: readonly ComparedFigure[];
}) {
  const part = (text: string) => text && <Text>{text}</Text>;
  return (
    <div className="stack loose">
      <DefinitionList
        entries={[
          ["Unit", part(measure.unit)],
          ["Who or what", part(measure.what)],
          ["Status", part(measure.status)],
          ["Place", part(measure.place)],
          ["Period", part(measure.period)],
          ["Base", part(measure.base)],
        ]}
      />
      <section className="stack" aria-labelledby="figures">
        <h2 id="figures">Figures</h2>
        {figures.length === 0 ? (
          <p className="quiet">No figure of this measure stands on a claim now.</p>
        ) : (
          <Table
            caption={`Figures of ${measureName(measure)}`}
            columns={columns}
            rows={figures.map((figure) => ({
              key: figure.id,
              cells: [
                <Text key="who">{figure.who}</Text>,
                <Text key="figure" {...(figure.qualifier === null && { lang: figure.language })}>
                  {figureText(figure)}
                </Text>,
                <CalendarDate key="as-of" date={figure.asOf} fallback="not given" />,
                <span key="claim">
                  <PageLink href={`/desk/claims/${figure.claim.number}`}>
                    <ClaimNumber number={figure.claim.number} />
                  </PageLink>{" "}
                  <Text lang={figure.claim.language}>{figure.claim.wording}</Text>
                </span>,
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
        )}
      </section>
    </div>
  );
}
