import { pathOfParty } from "#lib/publication/addresses";
import type { PublicView } from "#lib/publication/schema";
import { Text } from "#components/ui/text";

type Party = PublicView["positions"][number]["party"];

/** A party with who it is and whose words these are; nothing about the conflict where the desk has said nothing. `lang` is of our own words. */
export function Speaker({
  party,
  lang,
  strong = false,
}: {
  party: Party;
  lang: string | null;
  strong?: boolean;
}) {
  const Name = strong ? "b" : "span";
  const path = pathOfParty(party);
  return (
    <>
      <Name>
        {path === null ? (
          <Text>{party.name}</Text>
        ) : (
          <a href={path}>
            <Text>{party.name}</Text>
          </a>
        )}
      </Name>
      {party.description && (
        <>
          {" ("}
          <Text lang={lang}>{party.description}</Text>)
        </>
      )}
      {party.speaksFor !== null && (
        <>
          , speaking for <Text>{party.speaksFor}</Text>
        </>
      )}
      {party.involved !== null && `, ${involvement(party.involved)}`}
    </>
  );
}

/** In the conflict of the claim's event, in words. */
export const involvement = (involved: boolean): string =>
  involved ? "party to the conflict" : "not involved in the conflict";
