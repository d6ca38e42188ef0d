import { RequestDetail } from "#components/corrections/request-detail";
import { ActionButton } from "#components/form/action-button";
import { DeskPage } from "#components/layout/desk-page";
import { takeUpRequestAction } from "#lib/corrections/actions";
import { canAnswer, canTakeUp } from "#lib/corrections/policy";
import { getRequest } from "#lib/corrections/requests";
import { idOf, load, requireMember } from "#lib/page";

export const metadata = { title: "Correction request" };

export default async function RequestPage({ params }: PageProps<"/desk/requests/[id]">) {
  const { id } = await params;
  const actor = await requireMember(`/desk/requests/${id}`);
  const request = await load(getRequest(actor, idOf(id)));
  const takeUp = request.state === "received" && canTakeUp(actor) && (
    <ActionButton
      action={takeUpRequestAction}
      input={{ requestId: request.id, version: request.version }}
      done={{ words: "The request is yours now." }}
    >
      Take up
    </ActionButton>
  );
  return (
    <DeskPage
      title="Correction request"
      meta={request.reference}
      trail={[{ href: "/desk/requests", label: "Correction requests" }]}
      actions={takeUp}
    >
      <RequestDetail request={request} canAnswer={canAnswer(actor)} />
    </DeskPage>
  );
}
