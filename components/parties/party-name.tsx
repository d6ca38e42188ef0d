import { PageLink } from "#components/ui/page-link";
import { Text } from "#components/ui/text";

/** A party by its name, with the way to its page, and what tells it apart. */
export function PartyName({
  party,
}: {
  party: {
    id: string;
    name: string;
    description?: string | null;
    speaksFor?: { id: string; name: string } | null;
  };
}) {
  return (
    <>
      <PageLink href={`/desk/parties/${party.id}`}>
        <Text>{party.name}</Text>
      </PageLink>
      {party.description ? <Text className="quiet"> ({party.description})</Text> : null}
      {party.speaksFor ? (
        <span className="quiet">
          , speaking for <Text>{party.speaksFor.name}</Text>
        </span>
      ) : null}
    </>
  );
}
