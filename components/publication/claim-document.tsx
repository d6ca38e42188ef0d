import type { PublicView, PublishedEditionFacts } from "#lib/publication/schema";
import { AtAGlance } from "#components/publication/at-a-glance";
import { ChangeNotice } from "#components/publication/change-notice";
import { ClaimHeading } from "#components/publication/claim-heading";
import { Cite } from "#components/publication/cite";
import { CompetingFiguresSection } from "#components/publication/competing-figures";
import { DisputedBy } from "#components/publication/disputed-by";
import { EditionHistory } from "#components/publication/edition-history";
import { EventFacts } from "#components/publication/event-facts";
import { EvidenceSides } from "#components/publication/evidence-sides";
import { HowChecked } from "#components/publication/how-checked";
import { Known } from "#components/publication/known";
import { OtherVoices } from "#components/publication/other-voices";
import { Passages } from "#components/publication/passages";
import { Reasoning } from "#components/publication/reasoning";
import { Requests } from "#components/publication/requests";
import { Sources } from "#components/publication/sources";
import { VerdictBox } from "#components/publication/verdict-box";

/**
 * A claim as readers see it. Made from the view alone, so that the desk reviews the very page; `edition` adds what only a
 * published one has: history, how to cite, the address of its data.
 */
export function ClaimDocument({
  view,
  edition,
  heading = "h1",
}: {
  view: PublicView;
  edition?: PublishedEditionFacts;
  heading?: "h1" | "h2";
}) {
  return (
    <div className="page">
      <article>
        <ClaimHeading view={view} as={heading} />
        {edition && <ChangeNotice history={edition.history} />}
        <VerdictBox view={view} publishedAt={edition?.publishedAt} />
        <Reasoning view={view} />
        <Known view={view} />
        <CompetingFiguresSection view={view} />
        <EvidenceSides view={view} />
        <DisputedBy view={view} />
        <Requests view={view} />
        <OtherVoices view={view} />
        <Passages view={view} />
        <EventFacts view={view} />
        <HowChecked view={view} />
        <Sources view={view} />
        {edition && <EditionHistory slug={view.claim.slug} edition={edition} />}
        {edition && <Cite view={view} edition={edition} />}
      </article>
      <AtAGlance view={view} edition={edition} />
    </div>
  );
}
