"use client";

import { DateField } from "#components/form/date-field";
import { TextField } from "#components/form/text-field";
import { PartyField } from "#components/parties/party-field";

/** What is known about an article, for adding it and for setting it right. `outlets` are names to propose. */
export function ArticleFields({ outlets }: { outlets: readonly string[] }) {
  return (
    <>
      <TextField name="title" label="Title" serif />
      <div className="form-grid">
        <PartyField
          name="outlet"
          label="Outlet"
          hint="Leave it empty if it is not known."
          proposals={outlets}
          optional
        />
        <TextField name="author" label="Author" hint="As the article names them" optional />
      </div>
      <TextField
        name="url"
        label="Address"
        hint="Where it stands, with https://"
        inputMode="url"
        spellCheck={false}
        optional
      />
      <div className="form-grid">
        <DateField name="publishedOn" label="Date of publication" optional />
        <TextField name="language" label="Language" hint="A tag such as en, ru or ar" spellCheck={false} />
      </div>
    </>
  );
}
