import type { PublicView } from "#lib/publication/schema";
import { Text } from "#components/ui/text";

type Confidential = NonNullable<PublicView["sources"][number]["confidential"]>;

/** What readers are told of a source that is not named: its description, or what an editor vouches for. `lang` is of our own words. */
export function ConfidentialSource({
  confidential,
  lang,
}: {
  confidential: Confidential;
  lang: string | null;
}) {
  return (
    <p>
      A source that the desk knows and does not name
      {"description" in confidential ? (
        <>
          : <Text lang={lang}>{confidential.description}</Text>
        </>
      ) : (
        <>
          . An editor vouches for it:{" "}
          <Text as="q" lang={lang}>
            {confidential.attestation}
          </Text>
        </>
      )}
    </p>
  );
}
