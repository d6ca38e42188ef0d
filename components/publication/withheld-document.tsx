import { ClaimNumber } from "#components/claims/claim-number";
import { claimPath, editionPath } from "#lib/publication/rules";
import type { WithheldNotice } from "#lib/publication/schema";
import type { WithheldPage } from "#lib/publication/withheld";
import { Time } from "#components/ui/time";

const grounds: Record<WithheldNotice["ground"], string> = {
  safety: "What it says could put somebody in danger.",
  privacy: "What it says may intrude on somebody’s privacy.",
  court: "A court or a law forbids it for the time being.",
};

/** The notice in the place of a claim's page, or of one `edition` of it, that is withheld: why, since when, and what is kept. */
export function WithheldDocument({ page, edition = false }: { page: WithheldPage; edition?: boolean }) {
  const [first] = page.editions;
  if (!first) return null;
  return (
    <article className="page single withheld">
      <div className="stack loose">
        <header>
          <p className="eyebrow">
            Fact-check <ClaimNumber number={page.number} />
          </p>
          <h1>{edition ? `Edition ${first.number} is withheld` : "This fact-check is withheld"}</h1>
        </header>
        <div className="alert warning">
          <p>
            <strong>{grounds[first.ground]}</strong> We took it from readers on{" "}
            <Time at={first.withheldAt} style="date" />.
          </p>
          <p className="small">
            {first.confirmed
              ? "A second editor looked at it and confirmed it."
              : "A second editor confirms or lifts this within 24 hours."}
          </p>
        </div>
        {edition && (
          <p>
            What we conclude now stands on <a href={claimPath(page.slug)}>the page of the claim</a>.
          </p>
        )}
        <section className="stack">
          <h2>What is kept</h2>
          <p className="quiet">
            Nothing was changed or deleted. By its hash anybody can check later that the text is the one that
            was published.
          </p>
          <ul className="plain-list stack">
            {page.editions.map(({ number: of, publishedAt, digest }) => (
              <li key={of}>
                <a href={editionPath(page.slug, of)}>Edition {of}</a>, published{" "}
                <Time at={publishedAt} style="date" />
                <p className="cite">SHA-256 {digest}</p>
              </li>
            ))}
          </ul>
        </section>
        <p className="small">
          How we correct: <a href="/policies">our policies</a>. Is this about you?{" "}
          <a href={`/report?claim=${page.slug}`}>Write to us</a>.
        </p>
      </div>
    </article>
  );
}
