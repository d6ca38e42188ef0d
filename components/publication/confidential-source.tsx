import type { PublicView } from "#lib/publication/schema";
import { Text } from "#components/ui/text";

type Confidential = NonNullable<PublicView["sources"][number]["confidential"]>;

/** What readers are told of a source that is not named: its description, or what an editor vouches for. */
export function ConfidentialSource({ confidential }: { confidential: Confidential }) {
  return (
    <p>
      A source that the desk knows and does not name
      {"description" in confidential ? (
        <>
          : <Text>{confidential.description}</Text>
        </>
      ) : (
        <>
          . An editor vouches for it: <Text as="q">{confidential.attestation}</Text>
        </>
      )}
    </p>
  );
}
