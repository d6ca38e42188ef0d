import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { partyPath } from "#lib/publication/addresses";
import { findPartyPage, placeIn } from "#lib/publication/pages";
import { publicAddress, titleOf } from "#lib/publication/queries";
import { PartyPageDocument } from "#components/publication/party-page";

type Sent = string | string[] | undefined;

const find = cache((slug: string, after: Sent, disputed: Sent, quoted: Sent) =>
  findPartyPage(slug, { party: placeIn(after), disputes: placeIn(disputed), quoted: placeIn(quoted) }),
);

async function read({ params, searchParams }: PageProps<"/parties/[slug]">) {
  const [{ slug }, { after, disputed, quoted }] = await Promise.all([params, searchParams]);
  const first = [after, disputed, quoted].every((sent) => placeIn(sent) === null);
  return { slug, party: await find(slug, after, disputed, quoted), first };
}

export async function generateMetadata(props: PageProps<"/parties/[slug]">): Promise<Metadata> {
  const { party } = await read(props);
  if (!party) return { title: "Not found" };
  const none = Object.values(party.lists).every(({ claims }) => claims === 0);
  return {
    title: await titleOf(`Fact-checks with ${party.name}`),
    description: `Claims by ${party.name} that we checked, claims that ${party.name} disputes, and where ${party.name} is quoted.`,
    alternates: { canonical: publicAddress(partyPath(party.name, party.key)) },
    ...(none && { robots: { index: false } }),
  };
}

export default async function PartyPage(props: PageProps<"/parties/[slug]">) {
  const { slug, party, first } = await read(props);
  if (!party) notFound();
  if (slug !== party.slug) permanentRedirect(`/parties/${party.slug}`);
  return <PartyPageDocument party={party} first={first} />;
}
