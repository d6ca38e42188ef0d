import type { Metadata } from "next";
import { listCorrections } from "#lib/corrections/queries";
import { correctionsTitle } from "#lib/corrections/rules";
import { publicAddress, titleOf } from "#lib/publication/queries";
import { placeIn } from "#lib/publication/pages";
import { readClass } from "#lib/corrections/schema";
import { CorrectionList } from "#components/publication/correction-list";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return {
    title: await titleOf(correctionsTitle(readClass((await searchParams).class))),
    description:
      "Every change to a published fact-check, with its class, its reason, and the old and new rating.",
    alternates: { canonical: publicAddress("/corrections") },
  };
}

export default async function CorrectionsPage({ searchParams }: Props) {
  const sent = await searchParams;
  const place = placeIn(sent.after);
  const ofClass = readClass(sent.class);
  const list = await listCorrections(place, 20, ofClass);
  return <CorrectionList list={list} first={place === null} ofClass={ofClass} />;
}
