import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { titleOf } from "#lib/publication/queries";
import { findCopyPage } from "#lib/publication/pages";
import { CopyDocument } from "#components/publication/copy-document";

type Props = { params: Promise<{ snapshotId: string }> };

const read = cache(findCopyPage);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await read((await params).snapshotId);
  if (!page) return { title: "Not found" };
  return { title: await titleOf(`Copy: ${page.title}`), alternates: { canonical: page.address } };
}

export default async function CopyPage({ params }: Props) {
  const page = await read((await params).snapshotId);
  if (!page) notFound();
  return <CopyDocument page={page} />;
}
