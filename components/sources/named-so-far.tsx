import { ClaimNumber } from "#components/claims/claim-number";
import { Alert } from "#components/ui/alert";
import { Text } from "#components/ui/text";
import type { NamingEdition } from "#lib/publication/naming";

/** What making a public source confidential cannot undo: the log, and the editions that name it. */
export function NamedSoFar({ editions }: { editions: readonly NamingEdition[] }) {
  return (
    <Alert kind="warning" still title="What has been public or logged stays so">
      <p>
        The desk’s log has the values that this source was added with; it is kept for good, and nothing of it
        is public. {editions.length === 0 && "No public edition names the source."}
      </p>
      {editions.length > 0 && (
        <>
          <p>Editions never change. These are public and name the source:</p>
          <ul>
            {editions.map(({ path, claim, number, wording, language }) => (
              <li key={path}>
                <a href={path}>
                  <ClaimNumber number={claim} />, edition {number}
                </a>
                : <Text lang={language}>{wording}</Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
