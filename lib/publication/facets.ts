import { positionGroups } from "../disputes/rules.ts";
import type { PublicDocument } from "../editions/schema.ts";
import { measureName } from "../figures/rules.ts";
import { gradeNames } from "../verdicts/rules.ts";
import { keyOf } from "./addresses.ts";
import type { Card, EditionCard, Facet } from "./schema.ts";

/** What a list shows of a claim: its document, and what its publication says of it. */
export function cardOf(
  { claim, claimant, verdict, deskLanguage, sample }: PublicDocument,
  publication: Pick<Card, "editionNumber" | "state" | "publishedAt">,
): Card {
  return {
    claimId: claim.id,
    slug: claim.slug,
    number: claim.number,
    wording: claim.wording,
    language: claim.language,
    claimant: claimant?.name ?? null,
    rating: verdict.rating,
    finding: verdict.finding,
    deskLanguage,
    sample,
    ...publication,
  };
}

/** What the list of corrections shows of an edition; `before` is the document of the one before it. */
export function editionCardOf(
  { claim, verdict, deskLanguage, correction, retraction }: PublicDocument,
  edition: Pick<EditionCard, "editionId" | "editionNumber" | "publishedAt">,
  before: PublicDocument | null,
): EditionCard {
  return {
    slug: claim.slug,
    number: claim.number,
    wording: claim.wording,
    language: claim.language,
    class: correction?.class ?? null,
    reason: correction?.reason ?? null,
    deskLanguage,
    before: before?.verdict.rating ?? null,
    after: retraction === null ? verdict.rating : null,
    ...edition,
  };
}

type Party = NonNullable<PublicDocument["claimant"]>;

/**
 * What a public claim can be found by, each once; nothing for a retracted one, which is found by its words alone. Unnamed
 * sources are left out: two of them may be two people.
 */
export function facetsOf(document: PublicDocument): Facet[] {
  const { claim, claimant, verdict, positions, evidence, passages, topics, retraction } = document;
  if (retraction !== null) return [];
  const rating = { value: verdict.rating.code, label: verdict.rating.name, about: null };
  const speaker = claimant && partyFacet("party", claimant);
  const found: (Facet | null)[] = [
    { facet: "rating", ...rating },
    { facet: "grade", value: verdict.grade, label: gradeNames[verdict.grade], about: null },
    plain("language", claim.language),
    ...passages.map(({ article }) => (article.outlet === null ? null : plain("outlet", article.outlet))),
    ...topics.map(({ slug, name }) => plain("topic", slug, name)),
    speaker,
    speaker && { facet: `rated:${speaker.value}`, ...rating },
    ...positions.map(({ party, stance }) =>
      partyFacet(positionGroups[stance] === "against" ? "disputes" : "quoted", party),
    ),
    ...[...positions, ...evidence].flatMap(({ figures }) =>
      figures.map(({ measure }): Facet => {
        const { id, ...parts } = measure;
        return { facet: "measure", value: keyOf(id), label: measureName(parts), about: measure };
      }),
    ),
  ];
  // The claim that a party makes is no other claim on which it is quoted.
  const others = found.filter((one) => one?.facet !== "quoted" || one.value !== speaker?.value);
  const once = new Map(others.flatMap((one) => (one ? [[`${one.facet}\n${one.value}`, one]] : [])));
  return [...once.values()];
}

const plain = (facet: Facet["facet"], value: string, label = value): Facet => ({
  facet,
  value,
  label,
  about: null,
});

function partyFacet(facet: Facet["facet"], party: Party): Facet | null {
  if (party.id === null || party.kind === "unnamed") return null;
  const { name, kind, description, speaksFor } = party;
  return { facet, value: keyOf(party.id), label: name, about: { kind, description, speaksFor } };
}

/** The tags of the pages and feeds that list a claim by what it can be found by. */
export function tagsOfFacets(facets: readonly Facet[]): string[] {
  return facets.flatMap(({ facet, value }) => {
    if (facet === "party" || facet === "disputes" || facet === "quoted") return [`party:${value}`];
    return facet === "measure" || facet === "topic" ? [`${facet}:${value}`] : [];
  });
}
