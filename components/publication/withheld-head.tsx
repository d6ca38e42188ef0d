import { publicNumber } from "#lib/claims/rules";
import { titled } from "#lib/publication/rules";
import type { WithheldPage } from "#lib/publication/withheld";

/** What the page of a withheld claim says of itself in its head: nothing for search engines to keep. */
export function WithheldHead({ page }: { page: WithheldPage }) {
  return (
    <>
      <title>{titled(`Withheld: ${publicNumber(page.number)}`, page.deskName)}</title>
      <meta name="robots" content="noindex" />
    </>
  );
}
