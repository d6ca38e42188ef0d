"use client";

import { ActionForm } from "#components/form/action-form";
import { CheckboxField } from "#components/form/checkbox-field";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { changeSettingsAction } from "#lib/settings/actions";
import { settingsInput, type SettingsInput } from "#lib/settings/schema";

/** The desk's name and what it says about itself, as readers find it on the page of policies. */
export function SettingsForm({ settings }: { settings: SettingsInput }) {
  const state = useActionForm({
    schema: settingsInput,
    action: changeSettingsAction,
    defaultValues: settings,
    done: "Saved. Readers see it now.",
  });
  return (
    <ActionForm state={state} label="Settings">
      <TextField name="deskName" label="Name of the desk" hint="Stands on every page for readers." />
      <TextField
        name="deskLanguage"
        label="Language that the desk writes in"
        hint="A tag such as en, fr or ar. Programs that read pages aloud go by it. What is submitted from now on keeps it; pages that are published stay as they are until their next edition."
        spellCheck={false}
      />
      <TextArea
        name="funding"
        label="Who funds the desk"
        hint="Each funder of a notable share, and who owns the desk. Markdown."
        rows={5}
        optional
      />
      <TextArea
        name="staff"
        label="Who works here"
        hint="Who is responsible, and what each of them has done before. Markdown."
        rows={5}
        optional
      />
      <TextArea
        name="corrections"
        label="How the desk corrects itself"
        hint="What readers can expect when they report an error, and from whom. Markdown."
        rows={5}
        optional
      />
      <TextArea
        name="contact"
        label="How to reach the desk"
        hint="Addresses for readers and for whoever wants to complain. Markdown."
        rows={4}
        optional
      />
      <CheckboxField
        name="checkLinks"
        label="Look at the addresses of sources from time to time"
        hint="Each about once a week, at night, a few at a time. Once an original is gone, desk and readers are told and led to the copy. Never for sources that are not public, nor on a desk of sample data."
      />
      <CheckboxField
        name="keepToRobots"
        label="Keep to robots.txt when nobody asked"
        hint="What a site asks of programs that come by themselves holds for these looks. It never holds back what a member asks for, such as a capture."
      />
      <div className="form-actions">
        <SubmitButton shortcut>Save</SubmitButton>
      </div>
    </ActionForm>
  );
}
