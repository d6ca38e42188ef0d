import { sendPath } from "#lib/corrections/rules";
import { problemMax, type ReturnedForm } from "#lib/corrections/schema";
import { PlainField } from "#components/corrections/plain-field";
import { Alert } from "#components/ui/alert";

/** Plain HTML: sent without any script. One that comes back has every value as it was typed. */
export function ReportForm({ claim, returned }: { claim: string; returned: ReturnedForm | null }) {
  const values = returned?.values ?? { problem: "", sourceUrl: "", email: "" };
  const fields = returned?.fields ?? {};
  return (
    <form className="form" action={sendPath(claim)} method="post" aria-label="Report an error">
      {returned !== null && (
        <Alert kind="problem" still>
          {returned.message}
        </Alert>
      )}
      <input type="hidden" name="claim" value={claim} />
      <PlainField
        name="problem"
        label="What is wrong?"
        hint="Say which sentence, figure or source, and what is right instead."
        error={fields.problem}
      >
        {(control) => (
          <textarea
            {...control}
            className="field"
            rows={6}
            dir="auto"
            required
            maxLength={problemMax}
            defaultValue={values.problem}
          />
        )}
      </PlainField>
      <PlainField
        name="sourceUrl"
        label="Where can we check that?"
        hint="A full address that begins with https:// or http://."
        optional
        error={fields.sourceUrl}
      >
        {(control) => (
          <input
            {...control}
            className="field"
            type="text"
            inputMode="url"
            dir="ltr"
            maxLength={2000}
            defaultValue={values.sourceUrl}
          />
        )}
      </PlainField>
      <PlainField
        name="email"
        label="Your e-mail address"
        hint="Only if we may ask you something. Nobody outside the desk sees it."
        optional
        error={fields.email}
      >
        {(control) => (
          <input
            {...control}
            className="field"
            type="text"
            inputMode="email"
            autoComplete="email"
            dir="ltr"
            maxLength={320}
            defaultValue={values.email}
          />
        )}
      </PlainField>
      <div className="form-actions">
        <button className="btn primary" type="submit">
          Send the report
        </button>
      </div>
    </form>
  );
}
