import { ClaimNumber } from "#components/claims/claim-number";
import { Button } from "#components/ui/button";
import { PageLink } from "#components/ui/page-link";
import type { SourceUse } from "#lib/sources/queries";

/** For which claim the copy is to be quoted: one that uses its source already, or any other by its number. */
export function ChooseClaim({ uses }: { uses: readonly SourceUse[] }) {
  const numbers = [...new Set(uses.map(({ claim }) => claim.number))].slice(0, 12);
  return (
    <form className="row quote-for" aria-label="Quote the copy for a claim">
      <span>Quote it for</span>
      {numbers.map((number) => (
        <PageLink key={number} href={`?claim=${number}`}>
          <ClaimNumber number={number} />
        </PageLink>
      ))}
      <label htmlFor="claim">{numbers.length > 0 ? "or claim C-" : "claim C-"}</label>
      <input
        id="claim"
        name="claim"
        className="field num"
        inputMode="numeric"
        pattern="[0-9]+"
        size={6}
        required
      />
      <Button type="submit" small>
        Quote
      </Button>
    </form>
  );
}
