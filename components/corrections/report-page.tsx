import { claimPath } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import type { ReturnedForm } from "#lib/corrections/schema";
import { ReportForm } from "#components/corrections/report-form";
import { EmptyState } from "#components/ui/empty-state";
import { Text } from "#components/ui/text";

/** Where a reader says what is wrong with a fact-check; without one, how to get there. */
export function ReportPage({
  about,
  returned,
}: {
  /** The claim, without its words while it is withheld. */
  about: { slug: string; claim: PublicView["claim"] | null } | null;
  returned: ReturnedForm | null;
}) {
  return (
    <div className="page single">
      <div className="report">
        <h1>Report an error</h1>
        {about === null ? (
          <EmptyState title="Which fact-check is it about?" actions={<a href="/search">Search</a>}>
            Open the fact-check: “Report an error” stands at its end.
          </EmptyState>
        ) : (
          <>
            <p>
              <span className="faint">Claim:</span>{" "}
              <a href={claimPath(about.slug)}>
                {about.claim ? (
                  <Text lang={about.claim.language}>{about.claim.wording}</Text>
                ) : (
                  "withheld for the time being"
                )}
              </a>
            </p>
            <p className="quiet">
              We look at every report. You get a reference by which you can follow yours. What we change and
              why stands in the <a href="/corrections">corrections</a>.
            </p>
            <ReportForm claim={about.slug} returned={returned} />
          </>
        )}
      </div>
    </div>
  );
}
