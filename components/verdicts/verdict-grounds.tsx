import { DateField } from "#components/form/date-field";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { Text } from "#components/ui/text";
import type { Submission } from "#lib/editions/queries";

/** What the conclusion rests on: the reasoning, how it was checked, what is known and what is not, and until when it holds. */
export function VerdictGrounds({ sources }: { sources: Submission["sources"] }) {
  return (
    <>
      <TextArea
        name="reasoning"
        label="Reasoning"
        hint="Markdown. Write [2] to point to source 2."
        rows={8}
        counted={20000}
        serif
        long
      />
      <NumberedSources sources={sources} />
      <TextArea
        name="howChecked"
        label="How it was checked"
        optional
        hint="Markdown. What the desk did, in the order in which it did it, so that somebody else could do it again."
        rows={3}
        counted={10000}
        serif
      />
      <div className="form-grid">
        <TextArea name="known" label="Known" optional hint="One item a line" rows={3} counted={5000} />
        <TextArea name="notKnown" label="Not known" optional hint="One item a line" rows={3} counted={5000} />
      </div>
      <TextArea
        name="contradiction"
        label="Point of contradiction"
        optional
        hint="Needed for Contested: what exactly the sides disagree on."
        rows={2}
      />
      <TextArea
        name="search"
        label="Where we looked"
        optional
        hint="Needed when nothing shows what is so: where you searched, and what was not there."
        rows={2}
      />
      <div className="form-grid">
        <DateField
          name="asOf"
          label="As of"
          optional
          hint="The day to which the finding holds: 2015-10-01, or only 2015-10"
        />
        <TextField
          name="lookAgainOn"
          label="Look again on"
          optional
          hint="A day such as 2015-10-01; for Unverified and for intentions"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
    </>
  );
}

/** Which number means which source; more evidence can change it. */
function NumberedSources({ sources }: { sources: Submission["sources"] }) {
  if (sources.length === 0) return null;
  return (
    <div className="small quiet">
      <p>The sources are numbered as the page needs them, evidence first:</p>
      <ul className="plain-list" aria-label="Numbers of the sources">
        {sources.map(({ number, title, language }) => (
          <li key={number}>
            [{number}] <Text lang={language}>{title}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
