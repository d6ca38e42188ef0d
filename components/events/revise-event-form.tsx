"use client";

import { ActionForm } from "#components/form/action-form";
import { SubmitButton } from "#components/form/submit-button";
import { useActionForm } from "#components/form/use-action-form";
import { EventFields } from "#components/events/event-fields";
import { reviseEventAction } from "#lib/events/actions";
import type { EventDetail } from "#lib/events/queries";
import { reviseEventInput } from "#lib/events/schema";

/** Sets an event right wherever a claim points to it. */
export function ReviseEventForm({ event }: { event: EventDetail }) {
  const state = useActionForm({
    schema: reviseEventInput,
    action: reviseEventAction,
    done: "Saved.",
    defaultValues: {
      eventId: event.id,
      name: event.name,
      happenedOn: event.happenedOn ?? "",
      happenedWords: event.happenedWords ?? "",
      place: event.place ?? "",
      placePrecision: event.placePrecision ?? "",
      description: event.description,
      version: event.version,
    },
  });
  return (
    <ActionForm state={state} label="Revise the event">
      <EventFields />
      <p className="small quiet">
        The change shows in every claim of this event. You count as a contributor to their next editions.
      </p>
      <div className="form-actions">
        <SubmitButton shortcut>Save the event</SubmitButton>
      </div>
    </ActionForm>
  );
}
