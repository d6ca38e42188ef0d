import { listedClasses, type Correction } from "#lib/corrections/schema";
import { correctionClassNames } from "#lib/editions/rules";
import type { CorrectionClass } from "#lib/editions/schema";
import type { Listed } from "#lib/publication/schema";
import { CorrectionEntry } from "#components/publication/correction-entry";
import { FeedLinks } from "#components/publication/feed-links";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";

/** What we changed after publishing, and why; a changed rating with the old and the new one. */
export function CorrectionList({
  list,
  first,
  ofClass,
}: {
  list: Listed<Correction>;
  first: boolean;
  ofClass: CorrectionClass | null;
}) {
  return (
    <div className="page single">
      <div>
        <h1>Corrections</h1>
        <p className="quiet">
          Every change to a published fact-check, with its reason, newest first. Slips of spelling are not
          listed. <a href="/methodology#corrections">What the classes mean</a>
        </p>
        <Classes chosen={ofClass} />
        {list.items.length === 0 && (
          <EmptyState title={emptyTitle(first, ofClass)}>
            When a published fact-check changes, the change and its reason stand here.
          </EmptyState>
        )}
        <ol className="claims">
          {list.items.map((correction) => (
            <li key={`${correction.number} ${correction.editionNumber}`}>
              <CorrectionEntry correction={correction} />
            </li>
          ))}
        </ol>
        <Pagination
          newer={first ? null : pathOf(ofClass)}
          older={list.next && `${pathOf(ofClass)}${ofClass ? "&" : "?"}after=${list.next}`}
          label="Pages of corrections"
        />
        <FeedLinks path="/corrections" title="Corrections" />
      </div>
    </div>
  );
}

const pathOf = (ofClass: CorrectionClass | null) =>
  ofClass ? `/corrections?class=${ofClass}` : "/corrections";

function emptyTitle(first: boolean, ofClass: CorrectionClass | null): string {
  if (!first) return "There is nothing older";
  return ofClass
    ? `Nothing of the class ${correctionClassNames[ofClass].toLowerCase()} so far`
    : "Nothing has been corrected so far";
}

/** Narrows the list to one class of change; the chosen one leads back to all. */
function Classes({ chosen }: { chosen: CorrectionClass | null }) {
  return (
    <nav aria-label="Classes of change" className="row classes">
      {[null, ...listedClasses].map((one) => (
        <a
          key={one}
          className="btn small"
          href={pathOf(one)}
          aria-current={one === chosen ? "page" : undefined}
        >
          {one === null ? "All" : correctionClassNames[one]}
        </a>
      ))}
    </nav>
  );
}
