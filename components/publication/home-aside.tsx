import type { Correction } from "#lib/corrections/schema";
import { correctionClassNames } from "#lib/editions/rules";
import { topicPath } from "#lib/publication/addresses";
import type { PublicTopic } from "#lib/publication/pages";
import { claimPath, deskLang } from "#lib/publication/rules";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";

/** What stands beside the newest fact-checks. */
export interface Beside {
  corrections: Correction[];
  topics: PublicTopic[];
  /** In which the desk writes now; BCP 47. */
  deskLanguage: string;
}

/** What was corrected last, and what the fact-checks are about. */
export function HomeAside({ beside }: { beside: Beside }) {
  const { corrections, topics } = beside;
  return (
    <aside className="stack loose beside-home" aria-label="Corrections and topics">
      {corrections.length > 0 && (
        <section>
          <h2>Newest corrections</h2>
          <ul className="plain-list">
            {corrections.map((correction) => (
              <li key={`${correction.number} ${correction.editionNumber}`}>
                <p className="tiny faint">
                  {correctionClassNames[correction.class]} · <Time at={correction.publishedAt} style="date" />
                </p>
                <a href={claimPath(correction.slug)}>
                  <span className="faint">Claim:</span>{" "}
                  <Text lang={correction.language}>{correction.wording}</Text>
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a href="/corrections">All corrections</a>
          </p>
        </section>
      )}
      {topics.length > 0 && (
        <section>
          <h2>Topics</h2>
          <ul className="plain-list row">
            {topics.map(({ slug, name, claims }) => (
              <li key={slug}>
                <a className="btn small" href={topicPath(slug)}>
                  <Text lang={deskLang(beside)}>{name}</Text> <span className="faint num">{claims}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
