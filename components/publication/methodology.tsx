import { correctionClassDefinitions, correctionClassNames } from "#lib/editions/rules";
import { correctionClass, grade } from "#lib/editions/schema";
import { deskLang, ratingValueText } from "#lib/publication/rules";
import type { PublicRating } from "#lib/publication/schema";
import { gradeDefinitions, gradeNames } from "#lib/verdicts/rules";
import { RatingMark } from "#components/ui/rating-mark";

/** How this desk works, from the live scale, in the language of the desk, and the very definitions that its pages use. */
export function Methodology({ scale, deskLanguage }: { scale: PublicRating[]; deskLanguage: string }) {
  const lang = deskLang({ deskLanguage });
  return (
    <div className="page single">
      <article>
        <h1>How we work</h1>
        <Principles />
        <section className="part" id="ratings">
          <h2>What the ratings mean</h2>
          <p className="prose">
            A rating says what the evidence shows about the claim. Some ratings are no point between true and
            false and have no number.
          </p>
          <dl className="scale">
            {scale.map((rating) => (
              <div key={rating.code}>
                <dt>
                  <RatingMark word={rating.name} hue={rating.hue} glyph={rating.glyph} lang={lang} />{" "}
                  <span className="tiny faint num">{ratingValueText(rating)}</span>
                </dt>
                <dd lang={lang ?? undefined}>{rating.definition}</dd>
              </div>
            ))}
          </dl>
        </section>
        <Definitions
          id="evidence"
          title="How well a finding is supported"
          lead="The evidence grade stands apart from the rating: it says how much our own conclusion rests on."
          entries={grade.options.map((code) => [gradeNames[code], gradeDefinitions[code]])}
        />
        <Definitions
          id="corrections"
          title="When we change a published page"
          lead="Every change carries one of these classes and a reason for the reader. Earlier editions stay readable at their own addresses. All but typos stand in the list of corrections."
          entries={correctionClass.options.map((code) => [
            correctionClassNames[code],
            correctionClassDefinitions[code],
          ])}
        />
      </article>
    </div>
  );
}

function Principles() {
  return (
    <div className="body">
      <p>
        We take one checkable assertion at a time, word it neutrally, and say who makes it. We rate that
        party, never the outlet that relays the words.
      </p>
      <h2>A second person, always</h2>
      <p>
        Nothing is published unless somebody who did not help to make it has approved exactly that text. What
        was approved is frozen with a fingerprint (SHA-256), which every page shows, so that anybody can tell
        whether a copy is the text that we published.
      </p>
      <h2>Said is not so</h2>
      <p>
        A report that somebody said a thing shows that it was said. It does not show that it is so. We mark
        each piece of evidence with what it shows, and only what shows that something is so counts for a
        rating or a grade.
      </p>
      <h2>Who disputes it</h2>
      <p>
        Each page lists the parties that deny or doubt the claim, the claims that contradict it, and the
        evidence against it. Having no information is listed as that, never as a denial.
      </p>
    </div>
  );
}

function Definitions({
  id,
  title,
  lead,
  entries,
}: {
  id: string;
  title: string;
  lead: string;
  entries: [term: string, definition: string][];
}) {
  return (
    <section className="part" id={id}>
      <h2>{title}</h2>
      <p className="prose">{lead}</p>
      <dl className="scale">
        {entries.map(([term, definition]) => (
          <div key={term}>
            <dt>
              <b>{term}</b>
            </dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
