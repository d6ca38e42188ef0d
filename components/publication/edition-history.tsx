import { correctionClassNames } from "#lib/editions/rules";
import { deskLang, editionPath } from "#lib/publication/rules";
import type { PublishedEditionFacts } from "#lib/publication/schema";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";

const inOrder = ({ history, withheld }: PublishedEditionFacts) =>
  [...history, ...withheld].toSorted((a, b) => b.number - a.number);

/**
 * Every edition that was ever public, newest first, at its permanent address, with its notice; a typo has its edition and no
 * notice.
 */
export function EditionHistory({ slug, edition }: { slug: string; edition: PublishedEditionFacts }) {
  return (
    <section id="editions">
      <h2>Editions and corrections</h2>
      <ol className="plain-list editions" reversed>
        {inOrder(edition).map((notice) => (
          <li key={notice.number}>
            <span>
              <a href={editionPath(slug, notice.number)}>Edition {notice.number}</a>
            </span>
            {"ground" in notice ? (
              <p>
                Published <Time at={notice.publishedAt} style="date" />, withheld since{" "}
                <Time at={notice.withheldAt} style="date" />.
              </p>
            ) : (
              <p>
                {notice.correctionClass !== null && notice.correctionClass !== "typo" ? (
                  <>
                    <b>{correctionClassNames[notice.correctionClass]}</b>,{" "}
                    <Time at={notice.publishedAt} style="date" />:{" "}
                    <Text lang={deskLang(notice)}>{notice.correctionReason}</Text>
                  </>
                ) : (
                  <>
                    {notice.number === 1 ? "First published " : "Published "}
                    <Time at={notice.publishedAt} style="date" />.
                  </>
                )}{" "}
                {notice.kind === "publication" && (
                  <span className="quiet">
                    Rated <span lang={deskLang(notice) ?? undefined}>{notice.rating}</span>.
                  </span>
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
