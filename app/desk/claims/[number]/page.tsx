import { ClaimWorkspace } from "#components/claims/claim-workspace";
import { StageButtons } from "#components/claims/stage-buttons";
import { DeskPage } from "#components/layout/desk-page";
import { OpenSuggestions } from "#components/suggestions/open-suggestions";
import { WithholdStep } from "#components/withholdings/withhold-step";
import { WithholdingList } from "#components/withholdings/withholding-list";
import { getClaimByNumber } from "#lib/claims/queries";
import { publicNumber } from "#lib/claims/rules";
import { load, requireMember } from "#lib/page";

type Props = PageProps<"/desk/claims/[number]">;

export async function generateMetadata({ params }: Props) {
  return { title: `C-${(await params).number}` };
}

export default async function ClaimPage({ params, searchParams }: Props) {
  const { number } = await params;
  const { before } = await searchParams;
  const actor = await requireMember(`/desk/claims/${number}`);
  const claim = await load(getClaimByNumber(actor, Number(number)));
  return (
    <DeskPage
      title={publicNumber(claim.number)}
      trail={[{ href: "/desk/claims", label: "Claims" }]}
      actions={
        <>
          <StageButtons claim={claim} />
          <WithholdStep actor={actor} claim={claim} />
        </>
      }
    >
      <WithholdingList actor={actor} claim={claim} />
      <OpenSuggestions actor={actor} claim={claim} />
      <ClaimWorkspace actor={actor} claim={claim} before={typeof before === "string" ? before : null} />
    </DeskPage>
  );
}
