import { publicNumber } from "#lib/claims/rules";
import type { Correction } from "#lib/corrections/schema";
import { correctionClassNames } from "#lib/editions/rules";
import { claimPath, editionPath } from "#lib/publication/rules";
import type { Listed } from "#lib/publication/schema";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { RatingMark } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";

/** What we changed after publishing, and why; a changed rating with the old and the new one. */
export function CorrectionList({ list, first }: { list: Listed<Correction>; first: boolean }) {
  return (
    <div className="page single">
      <div>
        <h1>Corrections</h1>
        <p className="quiet">
          Every change to a published fact-check, with its reason, newest first. Slips of spelling are not
          listed. <a href="/methodology#corrections">What the classes mean</a>
        </p>
        {list.items.length === 0 && (
          <EmptyState title={first ? "Nothing has been corrected so far" : "There is nothing older"}>
            When a published fact-check changes, the change and its reason stand here.
          </EmptyState>
        )}
        <ol className="claims">
          {list.items.map((correction) => (
            <li key={`${correction.number} ${correction.editionNumber}`}>
              <Entry correction={correction} />
            </li>
          ))}
        </ol>
        <Pagination
          newer={first ? null : "/corrections"}
          older={list.next && `/corrections?after=${list.next}`}
          label="Pages of corrections"
        />
      </div>
    </div>
  );
}

function Entry({ correction }: { correction: Correction }) {
  const { before, after } = correction;
  return (
    <>
      <p className="small quiet">
        <b>{correctionClassNames[correction.class]}</b> · <Time at={correction.publishedAt} style="date" />
      </p>
      <h2 className="w">
        <span className="faint">Claim:</span>{" "}
        <a href={claimPath(correction.slug)}>
          <Text lang={correction.language}>{correction.wording}</Text>
        </a>
      </h2>
      <p>
        <Text>{correction.reason}</Text>
      </p>
      <p className="row small">
        {before && <RatingMark word={before.name} hue={before.hue} glyph={before.glyph} size="chip" />}
        {after === null && <span>→ retracted</span>}
        {after !== null && before?.name !== after.name && (
          <>
            <span aria-hidden="true">→</span>
            <span className="sr-only">changed to</span>
            <RatingMark word={after.name} hue={after.hue} glyph={after.glyph} size="chip" />
          </>
        )}
        {after !== null && before?.name === after.name && <span className="quiet">rating unchanged</span>}
      </p>
      <p className="tiny faint">
        {publicNumber(correction.number)},{" "}
        <a href={editionPath(correction.slug, correction.editionNumber)}>
          edition {correction.editionNumber}
        </a>
      </p>
    </>
  );
}
