import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { SectionTabs } from "#components/ui/section-tabs";
import { ClaimTable } from "#components/claims/claim-table";
import type { ClaimFilter, ClaimPage } from "#lib/claims/queries";
import { stageNames, standingNames } from "#lib/claims/rules";
import { stages } from "#lib/claims/schema";

const path = "/desk/claims";
/** By stage, or by the one public state that the desk has to see at once. */
type Filter = Pick<ClaimFilter, "stage" | "isWithheld">;
const hrefOf = ({ stage, isWithheld }: Filter = {}, cursor?: string) => {
  const query = new URLSearchParams({
    ...(stage && { stage }),
    ...(isWithheld && { public: "withheld" }),
    ...(cursor && { cursor }),
  }).toString();
  return query ? `${path}?${query}` : path;
};
const nameOf = ({ stage, isWithheld }: Filter) =>
  isWithheld ? standingNames.withheld : stage && stageNames[stage];
const tabs = [
  { href: path, label: "All" },
  ...stages.map((stage) => ({ href: hrefOf({ stage }), label: stageNames[stage] })),
  { href: hrefOf({ isWithheld: true }), label: standingNames.withheld },
];

/** The desk's claims, last changed first, narrowed by stage or to those that are withheld; `continued` says that newer ones stand on the pages before. */
export function ClaimList({
  page,
  filter,
  continued,
}: {
  page: ClaimPage;
  filter?: Filter | undefined;
  continued: boolean;
}) {
  const name = filter && nameOf(filter);
  return (
    <>
      <SectionTabs label="Which claims" tabs={tabs} current={hrefOf(filter)} />
      {page.claims.length === 0 ? (
        <NoClaims name={name} />
      ) : (
        <ClaimTable caption={name ? `Claims: ${name}` : "All claims"} claims={page.claims} />
      )}
      <Pagination
        older={page.next && hrefOf(filter, page.next)}
        newer={continued ? hrefOf(filter) : null}
        label="Pages of claims"
      />
    </>
  );
}

function NoClaims({ name }: { name: string | undefined }) {
  if (name)
    return (
      <EmptyState title={`No claim is ${name.toLowerCase()}`}>
        Choose other ones, or look at all claims.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No claims yet"
      actions={
        <ButtonLink href="/desk/articles" kind="primary">
          Go to the articles
        </ButtonLink>
      }
    >
      Claims are logged while reading an article: select the words and press L.
    </EmptyState>
  );
}
