import type { ReactNode } from "react";
import { ClaimNumber } from "#components/claims/claim-number";
import { PageLink } from "#components/ui/page-link";
import { Alert } from "#components/ui/alert";
import { CalendarDate } from "#components/ui/calendar-date";
import { DefinitionList } from "#components/ui/definition-list";
import { Text } from "#components/ui/text";
import { OutsideLink } from "#components/ui/outside-link";
import { evidenceShowsNames, evidenceStanceNames } from "#lib/evidence/rules";
import { languageName } from "#lib/languages";
import type { SourceUse, SourceView } from "#lib/sources/queries";
import { sourceKindNames } from "#lib/sources/rules";

/**
 * A source with all that the member may see of it, and the claims that it bears on; `children` stand between the two,
 * `aside` beside them. `known`: somebody just tried to add it again.
 */
export function SourceDetail({
  source,
  known,
  aside,
  children,
}: {
  source: SourceView & { uses: SourceUse[] };
  known: boolean;
  aside: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="beside">
      <div className="stack loose">
        {known && (
          <Alert title="The desk has this source already">
            It has the same address, so nothing was added. This is the known one.
          </Alert>
        )}
        <DefinitionList
          across
          entries={[
            ["Kind", source.kind && sourceKindNames[source.kind]],
            ["Publisher", source.publisher && <Text>{source.publisher}</Text>],
            ["Date", !source.sealed && <CalendarDate key="date" date={source.publishedOn} />],
            ["Language", !source.sealed && languageName(source.language)],
            ["Address", source.url && <OutsideLink key="url" url={source.url} />],
            [
              source.visibility === "described" ? "Description for readers" : "What and where",
              source.description && <Text>{source.description}</Text>,
            ],
          ]}
        />
        {children}
        <section className="stack" aria-labelledby="uses">
          <h2 id="uses">Where it is used</h2>
          {source.uses.length === 0 && <p className="quiet">No claim uses it yet.</p>}
          <ul className="plain-list">
            {source.uses.map((use, index) => (
              <li key={index} className="ev">
                <PageLink href={`/desk/claims/${use.claim.number}`}>
                  <ClaimNumber number={use.claim.number} />
                </PageLink>{" "}
                <Text lang={use.claim.language} className="serif">
                  {use.claim.wording}
                </Text>
                <footer>{describeUse(use.as)}</footer>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <aside className="card stack loose" aria-label="What the desk says of it">
        {aside}
      </aside>
    </div>
  );
}

function describeUse(as: SourceUse["as"]): string {
  if ("party" in as) return `Position of ${as.party}`;
  return `${evidenceStanceNames[as.stance]} · shows ${evidenceShowsNames[as.shows].toLowerCase()}`;
}
