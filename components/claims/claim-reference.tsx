import { ClaimNumber } from "#components/claims/claim-number";
import { PageLink } from "#components/ui/page-link";
import { Text } from "#components/ui/text";

/** A claim named in a sentence or a list: its number, which leads to it, and its words. */
export function ClaimReference({ claim }: { claim: { number: number; wording: string; language: string } }) {
  return (
    <>
      <PageLink href={`/desk/claims/${claim.number}`}>
        <ClaimNumber number={claim.number} />
      </PageLink>{" "}
      <Text lang={claim.language} className="serif">
        {claim.wording}
      </Text>
    </>
  );
}
