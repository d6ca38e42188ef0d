import { claimKindNames } from "#lib/claims/rules";
import { partyKindNames } from "#lib/parties/rules";
import { pathOfParty, topicPath } from "#lib/publication/addresses";
import { independentGroups } from "#lib/publication/facts";
import { deskLang, ratingValueText } from "#lib/publication/rules";
import type { PublicView, PublishedEditionFacts } from "#lib/publication/schema";
import { gradeNames } from "#lib/verdicts/rules";
import { SaidOn } from "#components/publication/said-on";
import { CalendarDate } from "#components/ui/calendar-date";
import { Card } from "#components/ui/card";
import { DefinitionList } from "#components/ui/definition-list";
import { Hash } from "#components/ui/hash";
import { RatingMark } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";

/** The facts of the page in short, beside it. */
export function AtAGlance({
  view,
  edition,
}: {
  view: PublicView;
  edition?: PublishedEditionFacts | undefined;
}) {
  const { rating, grade } = view.verdict;
  const lang = deskLang(view);
  const groups = independentGroups(view);
  const evidence = groups > 1 ? `${gradeNames[grade]}, ${groups} independent groups` : gradeNames[grade];
  return (
    <aside className="stack" aria-label="At a glance">
      <Card eyebrow="At a glance">
        <DefinitionList
          entries={[
            [
              "Rating",
              view.retraction === null ? <Rated key="rating" rating={rating} lang={lang} /> : "Retracted",
            ],
            ["Evidence", view.retraction === null ? evidence : null],
            ["Claimant", view.claimant ? <Claimant key="claimant" party={view.claimant} /> : "Unknown"],
            [
              "Said",
              view.saidOn ? (
                <CalendarDate key="said" date={view.saidOn} />
              ) : (
                view.saidWords && <SaidOn key="said" date={null} words={view.saidWords} />
              ),
            ],
            ["Event", view.event && <EventLink key="event" event={view.event} lang={lang} />],
            ["Kind of claim", claimKindNames[view.claim.kind]],
            [
              "Topics",
              view.topics.length > 0 && (
                <Topics key="topics" topics={view.topics} lang={lang} linked={edition !== undefined} />
              ),
            ],
            ["Edition", edition?.number],
            ["Published", edition && <Time key="at" at={edition.publishedAt} style="date" />],
            [
              "First published",
              edition && edition.firstPublishedAt !== edition.publishedAt && (
                <Time key="first" at={edition.firstPublishedAt} style="date" />
              ),
            ],
            ["Checked by", edition && "At least two people: nobody approves what they helped to make"],
            ["Digest", edition && <Hash key="digest" value={edition.digest} />],
          ]}
        />
      </Card>
      {edition && (
        <p className="small">
          <a href="#cite">Cite this page</a> · <a href={`/api/v1/claims/${view.claim.slug}`}>JSON</a> ·{" "}
          <a href="/methodology">How we work</a>
        </p>
      )}
    </aside>
  );
}

/** Links once it is published: until then a topic may have no page. */
function Topics({
  topics,
  lang,
  linked,
}: {
  topics: PublicView["topics"];
  lang: string | null;
  linked: boolean;
}) {
  return topics.map(({ slug, name }, at) => (
    <span key={slug}>
      {at > 0 && ", "}
      {linked ? (
        <a href={topicPath(slug)}>
          <Text lang={lang}>{name}</Text>
        </a>
      ) : (
        <Text lang={lang}>{name}</Text>
      )}
    </span>
  ));
}

function Rated({ rating, lang }: { rating: PublicView["verdict"]["rating"]; lang: string | null }) {
  return (
    <>
      <RatingMark word={rating.name} hue={rating.hue} glyph={rating.glyph} lang={lang} />
      {rating.value !== null && <span className="small quiet num"> {ratingValueText(rating)}</span>}
    </>
  );
}

function EventLink({ event, lang }: { event: NonNullable<PublicView["event"]>; lang: string | null }) {
  return (
    <a href="#event">
      <Text lang={lang}>{event.name}</Text>
    </a>
  );
}

function Claimant({ party }: { party: NonNullable<PublicView["claimant"]> }) {
  const path = pathOfParty(party);
  return (
    <>
      {path === null ? (
        <Text>{party.name}</Text>
      ) : (
        <a href={path}>
          <Text>{party.name}</Text>
        </a>
      )}{" "}
      <span className="quiet">({partyKindNames[party.kind].toLowerCase()})</span>
    </>
  );
}
