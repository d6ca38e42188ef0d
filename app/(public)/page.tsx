import type { Metadata } from "next";
import { listCorrections } from "#lib/corrections/queries";
import { listTopics, placeIn } from "#lib/publication/pages";
import { getPublicSettings, listPublications, publicAddress, titleOf } from "#lib/publication/queries";
import { Home } from "#components/publication/home";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const isFirst = placeIn((await searchParams).after) === null;
  return {
    title: await titleOf(isFirst ? "Newest fact-checks" : "Earlier fact-checks"),
    description: "Claims checked by two people, each with its evidence, its sources and who disputes it.",
    alternates: { canonical: publicAddress("/") },
  };
}

export default async function HomePage({ searchParams }: Props) {
  const place = placeIn((await searchParams).after);
  if (place) return <Home list={await listPublications(place)} first={null} />;
  const [list, corrections, topics, { deskLanguage }] = await Promise.all([
    listPublications(null),
    listCorrections(null, 3),
    listTopics(),
    getPublicSettings(),
  ]);
  return <Home list={list} first={{ corrections: corrections.items, topics, deskLanguage }} />;
}
