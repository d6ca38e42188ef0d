"use client";

import { PageLink } from "#components/ui/page-link";
import { ActionForm } from "#components/form/action-form";
import { SearchChoice } from "#components/form/search-choice";
import { SubmitButton } from "#components/form/submit-button";
import { useActionForm } from "#components/form/use-action-form";
import { setClaimEventAction } from "#lib/claims/actions";
import type { ClaimView } from "#lib/claims/queries";
import { setClaimEventInput } from "#lib/claims/schema";
import { findEventsAction } from "#lib/events/actions";
import type { EventView } from "#lib/events/queries";

/** Says to which event a claim belongs; one that the desk does not have yet is added on its own page. */
export function ClaimEventForm({ claim }: { claim: Pick<ClaimView, "id" | "number" | "event"> }) {
  const state = useActionForm({
    schema: setClaimEventInput,
    action: setClaimEventAction,
    done: "Saved.",
    defaultValues: { claimId: claim.id, eventId: claim.event?.id ?? "", version: claim.event?.id ?? "" },
  });
  return (
    <ActionForm state={state} label="The event of the claim">
      <SearchChoice
        name="eventId"
        label="Event"
        hint="Words of its name or place"
        action={findEventsAction}
        noun={["event", "events"]}
        describe={describe}
        first={claim.event}
        optional
      />
      <p className="small">
        <PageLink href={`/desk/events/new?claim=${claim.number}`}>Add a new event</PageLink>
      </p>
      <div className="form-actions">
        <SubmitButton shortcut>Save the event</SubmitButton>
      </div>
    </ActionForm>
  );
}

const describe = ({ place, happenedWords, happenedOn }: EventView) =>
  [place, happenedOn ?? happenedWords].filter(Boolean).join(", ");
