import { articlePath } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { CalendarDate } from "#components/ui/calendar-date";
import { hueClass } from "#components/ui/rating-mark";
import { Excerpt } from "#components/publication/excerpt";
import { Text } from "#components/ui/text";

/** Every passage that makes the claim, marked in the words around it. */
export function Passages({ view }: { view: PublicView }) {
  if (view.passages.length === 0) return null;
  return (
    <section>
      <h2>Where it is claimed</h2>
      {view.passages.map((passage) => (
        <figure key={`${passage.article.id} ${passage.start} ${passage.end}`} className="passage">
          <Excerpt
            passage={passage}
            lang={passage.article.language}
            hue={view.retraction === null ? hueClass(view.verdict.rating.hue) : "is-none"}
          />
          <figcaption>
            <a href={articlePath(passage.article.slug)}>
              <Text lang={passage.article.language}>{passage.article.title}</Text>
            </a>
            {passage.article.author && (
              <>
                , <Text>{passage.article.author}</Text>
              </>
            )}
            {", "}
            {passage.article.outlet ? <Text>{passage.article.outlet}</Text> : "outlet unknown"},{" "}
            <CalendarDate date={passage.article.publishedOn} />
          </figcaption>
        </figure>
      ))}
    </section>
  );
}
