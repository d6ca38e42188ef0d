import { RatingMark } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";
import type { Member } from "#lib/auth/schema";
import type { ClaimView } from "#lib/claims/queries";
import { listPrecedents } from "#lib/publication/precedents";

/** How the desk rated other public claims of the same claimant and kind, beside the rating; nothing where there are none. */
export async function Precedents({ actor, claim }: { actor: Member; claim: ClaimView }) {
  const { precedents, total } = await listPrecedents(actor, claim);
  if (total === 0) return null;
  return (
    <section className="card stack" aria-labelledby="precedents">
      <h3 id="precedents">Precedents</h3>
      <p className="small quiet">
        The desk rated {total === 1 ? "one" : total} {claim.kind} {total === 1 ? "claim" : "claims"} of{" "}
        <Text>{claim.claimant?.name}</Text>
        {total > precedents.length && `; the newest ${precedents.length}`}:
      </p>
      <ul className="plain-list stack small">
        {precedents.map(({ number, slug, wording, language, rating }) => (
          <li key={number}>
            <RatingMark word={rating.name} hue={rating.hue} glyph={rating.glyph} size="inline" />{" "}
            <a href={`/claims/${slug}`}>
              <Text lang={language}>{wording}</Text>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
