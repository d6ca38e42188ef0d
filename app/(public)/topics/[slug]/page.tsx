import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { topicPath } from "#lib/publication/addresses";
import { findTopicPage, placeIn } from "#lib/publication/pages";
import { publicAddress, titleOf } from "#lib/publication/queries";
import { TopicPageDocument } from "#components/publication/topic-page";

const find = cache((slug: string, after: string | string[] | undefined) =>
  findTopicPage(slug, placeIn(after)),
);

async function read({ params, searchParams }: PageProps<"/topics/[slug]">) {
  const [{ slug }, { after }] = await Promise.all([params, searchParams]);
  return { topic: await find(slug, after), first: placeIn(after) === null };
}

export async function generateMetadata(props: PageProps<"/topics/[slug]">): Promise<Metadata> {
  const { topic } = await read(props);
  if (!topic) return { title: "Not found" };
  return {
    title: await titleOf(`Fact-checks about ${topic.name}`),
    description: `Claims about ${topic.name} that we checked, newest first, each with its rating and finding.`,
    alternates: { canonical: publicAddress(topicPath(topic.slug)) },
    ...(topic.claims === 0 && { robots: { index: false } }),
  };
}

export default async function TopicPage(props: PageProps<"/topics/[slug]">) {
  const { topic, first } = await read(props);
  if (!topic) notFound();
  return <TopicPageDocument topic={topic} first={first} />;
}
