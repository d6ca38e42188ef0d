import { conclusionChanges, deskLang, type ConclusionChange } from "#lib/publication/rules";
import type { Notice } from "#lib/publication/schema";
import { Becomes } from "#components/ui/sign";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";

/** A changed conclusion stands at the top, the old conclusion before the new; nothing stands there when it never changed. */
export function ChangeNotice({ history }: { history: readonly Notice[] }) {
  const changes = conclusionChanges(history);
  if (changes.length === 0) return null;
  return (
    <div className="alert changed">
      {changes.map((change) => (
        <Changed key={change.number} change={change} />
      ))}
    </div>
  );
}

function Changed({ change }: { change: ConclusionChange }) {
  const { rating, grade, finding, figures } = change;
  const [was, is] = change.deskLanguages.map((deskLanguage) => deskLang({ deskLanguage }) ?? undefined);
  return (
    <>
      {rating && (
        <p>
          <strong>
            Rating changed: <span lang={was}>{rating[0]}</span>
            <Becomes />
            <span lang={is}>{rating[1]}</span>
          </strong>
        </p>
      )}
      {grade && (
        <p>
          <strong>
            Evidence grade changed: {grade[0].toLowerCase()}
            <Becomes />
            {grade[1].toLowerCase()}
          </strong>
        </p>
      )}
      {finding && (
        <>
          <p>
            <strong>Finding changed</strong>
          </p>
          <p>
            Before:{" "}
            <Text as="q" lang={was ?? null}>
              {finding[0]}
            </Text>
          </p>
          <p>
            Now:{" "}
            <Text as="q" lang={is ?? null}>
              {finding[1]}
            </Text>
          </p>
        </>
      )}
      {figures.map(({ who, what, before, after }) => (
        <p key={`${who} ${what}`}>
          <strong>
            Figure corrected: {before}
            <Becomes />
            <span className="num">{after}</span>
          </strong>{" "}
          (<Text lang={is ?? null}>{what}</Text>; <Text>{who}</Text>)
        </p>
      ))}
      <p className="small">
        In edition {change.number}, <Time at={change.publishedAt} style="date" />. The reason stands under{" "}
        <a href="#editions">Editions and corrections</a>.
      </p>
    </>
  );
}
