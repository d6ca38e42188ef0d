import { ClaimList } from "#components/claims/claim-list";
import { DeskPage } from "#components/layout/desk-page";
import { listClaims } from "#lib/claims/queries";
import { stages } from "#lib/claims/schema";
import { requireMember } from "#lib/page";

export const metadata = { title: "Claims" };

export default async function ClaimsPage({ searchParams }: PageProps<"/desk/claims">) {
  const actor = await requireMember("/desk/claims");
  const { stage: asked, public: state, cursor } = await searchParams;
  const stage = stages.find((known) => known === asked);
  const filter = state === "withheld" ? ({ isWithheld: true } as const) : stage && { stage };
  const continued = typeof cursor === "string";
  const page = await listClaims(actor, { ...filter, ...(continued && { cursor }) });
  return (
    <DeskPage title="Claims" meta="last changed first" width="bleed">
      <ClaimList page={page} filter={filter} continued={continued} />
    </DeskPage>
  );
}
