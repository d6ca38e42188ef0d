import { claimPath } from "#lib/publication/rules";
import type { WithheldPage } from "#lib/publication/withheld";
import { hueClass } from "#components/ui/rating-mark";

/** What stands in a frame on another site in the place of a claim that is withheld. */
export function EmbedWithheld({ page }: { page: WithheldPage }) {
  return (
    <main id="main" className={`embed ${hueClass("none")}`}>
      <p className="eyebrow">
        Fact-check by <bdi>{page.deskName}</bdi>
      </p>
      <h1>This fact-check is withheld</h1>
      <p className="small">
        <a href={claimPath(page.slug)} target="_blank" rel="noopener">
          Read why
        </a>
      </p>
    </main>
  );
}
