import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { measurePath } from "#lib/publication/addresses";
import { findMeasurePage, placeIn } from "#lib/publication/pages";
import { publicAddress, titleOf } from "#lib/publication/queries";
import { MeasurePageDocument } from "#components/publication/measure-page";

const find = cache((slug: string, after: string | string[] | undefined) =>
  findMeasurePage(slug, placeIn(after)),
);

async function read({ params, searchParams }: PageProps<"/measures/[slug]">) {
  const [{ slug }, { after }] = await Promise.all([params, searchParams]);
  return { slug, measure: await find(slug, after), first: placeIn(after) === null };
}

export async function generateMetadata(props: PageProps<"/measures/[slug]">): Promise<Metadata> {
  const { measure } = await read(props);
  if (!measure) return { title: "Not found" };
  return {
    title: await titleOf(`Figures: ${measure.name}`),
    description: `Who gives which number of ${measure.name}, and in which of our fact-checks.`,
    alternates: { canonical: publicAddress(measurePath(measure.name, measure.key)) },
    ...(measure.claims === 0 && { robots: { index: false } }),
  };
}

export default async function MeasurePage(props: PageProps<"/measures/[slug]">) {
  const { slug, measure, first } = await read(props);
  if (!measure) notFound();
  if (slug !== measure.slug) permanentRedirect(`/measures/${measure.slug}`);
  return <MeasurePageDocument measure={measure} first={first} />;
}
