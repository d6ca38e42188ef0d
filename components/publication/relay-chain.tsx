import { Fragment } from "react";
import type { PublicView } from "#lib/publication/schema";
import { Text } from "#components/ui/text";

/** Through whose hands the words came, the first one first; nothing where they came from the party itself. */
export function RelayChain({ by }: { by: PublicView["positions"][number]["relayedBy"] }) {
  if (by.length === 0) return null;
  return (
    <>
      relayed by{" "}
      {by.map(({ name }, at) => (
        <Fragment key={at}>
          {at > 0 && ", then by "}
          <Text>{name}</Text>
        </Fragment>
      ))}
    </>
  );
}
