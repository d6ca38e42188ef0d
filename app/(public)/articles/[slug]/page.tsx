import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findPublicArticle, titleOf } from "#lib/publication/queries";
import { ArticleDocument } from "#components/publication/article-document";

type Props = { params: Promise<{ slug: string }> };

const read = cache(findPublicArticle);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await read((await params).slug);
  if (!article) return { title: "Not found" };
  return {
    title: await titleOf(`Article: ${article.title} — claims checked`),
    description: `The claims that we checked in “${article.title}”, each with the passage that makes it and its rating.`,
    alternates: { canonical: article.address },
  };
}

export default async function ArticlePage({ params }: Props) {
  const article = await read((await params).slug);
  if (!article) notFound();
  return <ArticleDocument article={article} />;
}
