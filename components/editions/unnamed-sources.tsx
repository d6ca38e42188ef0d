import { Alert } from "#components/ui/alert";
import { Card } from "#components/ui/card";
import { PageLink } from "#components/ui/page-link";
import { Text } from "#components/ui/text";
import type { EditionForReview } from "#lib/editions/queries";

/** What an editor has to know of confidential sources: which there are, and whether the edition names one after all. */
export function UnnamedSources({ edition }: { edition: Pick<EditionForReview, "unnamed" | "named"> }) {
  const { unnamed, named } = edition;
  return (
    <>
      {named.length > 0 && (
        <Alert kind="warning" still title="This edition cannot be published">
          {`It names source ${named.join(", ")}, confidential by now. Send it back: submitted again, it says what the desk says of it instead.`}
        </Alert>
      )}
      {unnamed.length > 0 && (
        <Card eyebrow="Confidential sources">
          <p className="small quiet">The claim rests on these. Readers are not told what they are.</p>
          <ul className="small" aria-label="Confidential sources">
            {unnamed.map(({ id, title, language }) => (
              <li key={id}>
                <PageLink href={`/desk/sources/${id}`}>
                  <Text lang={language}>{title}</Text>
                </PageLink>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
