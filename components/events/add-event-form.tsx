"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "#components/form/action-form";
import { callAction } from "#components/form/call-action";
import { SubmitButton } from "#components/form/submit-button";
import { useActionForm } from "#components/form/use-action-form";
import { EventFields } from "#components/events/event-fields";
import { setClaimEventAction } from "#lib/claims/actions";
import { addEventAction } from "#lib/events/actions";
import { addEventInput } from "#lib/events/schema";

/** Adds an event and goes to its page; or, for a `claim`, makes it that claim's event and goes back to the claim. */
export function AddEventForm({
  claim,
}: {
  claim: { id: string; number: number; event: { id: string } | null } | null;
}) {
  const router = useRouter();
  async function onDone({ eventId }: { eventId: string }) {
    const version = claim?.event?.id ?? "";
    const set = claim && (await callAction(setClaimEventAction, { claimId: claim.id, eventId, version }));
    router.push(claim && set?.ok ? `/desk/claims/${claim.number}` : `/desk/events/${eventId}`);
  }
  const state = useActionForm({
    schema: addEventInput,
    action: addEventAction,
    idempotent: true,
    clearWhenDone: true,
    defaultValues: {
      name: "",
      happenedOn: "",
      happenedWords: "",
      place: "",
      placePrecision: "",
      description: "",
    },
    onDone: (value) => void onDone(value),
  });
  return (
    <ActionForm state={state} label="Add an event">
      <EventFields />
      <div className="form-actions">
        <SubmitButton shortcut>Add event</SubmitButton>
      </div>
    </ActionForm>
  );
}
