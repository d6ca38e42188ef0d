import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { SectionTabs } from "#components/ui/section-tabs";
import { ClaimTable } from "#components/claims/claim-table";
import type { ClaimPage } from "#lib/claims/queries";
import { stageNames } from "#lib/claims/rules";
import { stages, type Stage } from "#lib/claims/schema";

const path = "/desk/claims";
const hrefOf = (stage?: Stage, cursor?: string) => {
  const query = new URLSearchParams({ ...(stage && { stage }), ...(cursor && { cursor }) }).toString();
  return query ? `${path}?${query}` : path;
};
const tabs = [
  { href: path, label: "All" },
  ...stages.map((stage) => ({ href: hrefOf(stage), label: stageNames[stage] })),
];

/** The desk's claims, last changed first, narrowed by stage; `continued` says that newer ones stand on the pages before. */
export function ClaimList({
  page,
  stage,
  continued,
}: {
  page: ClaimPage;
  stage?: Stage | undefined;
  continued: boolean;
}) {
  return (
    <>
      <SectionTabs label="Stage" tabs={tabs} current={hrefOf(stage)} />
      {page.claims.length === 0 ? (
        <NoClaims stage={stage} />
      ) : (
        <ClaimTable caption={stage ? `Claims: ${stageNames[stage]}` : "All claims"} claims={page.claims} />
      )}
      <Pagination
        older={page.next && hrefOf(stage, page.next)}
        newer={continued ? hrefOf(stage) : null}
        label="Pages of claims"
      />
    </>
  );
}

function NoClaims({ stage }: { stage?: Stage | undefined }) {
  if (stage)
    return (
      <EmptyState title={`No claim is ${stageNames[stage].toLowerCase()}`}>
        Choose another stage, or look at all claims.
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
