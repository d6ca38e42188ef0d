import { claimPath } from "#lib/publication/rules";
import type { PublishedEditionFacts } from "#lib/publication/schema";
import { Time } from "#components/ui/time";

/** Says plainly which edition is being read, above everything else on its page. */
export function EditionBanner({
  slug,
  edition,
  currentNumber,
}: {
  slug: string;
  edition: PublishedEditionFacts;
  currentNumber: number;
}) {
  const current = edition.number === currentNumber;
  return (
    <div className="edition-banner">
      <div className={current ? "alert" : "alert warning"}>
        <p>
          <strong>
            {current
              ? `This is edition ${edition.number}, the current one, at its permanent address.`
              : `This is edition ${edition.number}, an earlier one. It is kept as it was and no longer says what we conclude.`}
          </strong>
        </p>
        <p className="small">
          Published <Time at={edition.publishedAt} style="date" />. Read the{" "}
          <a href={claimPath(slug)}>
            {edition.state === "retracted" ? "current page, which retracts this fact-check" : "current page"}
          </a>
          .
        </p>
      </div>
    </div>
  );
}
