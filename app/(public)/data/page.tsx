import type { Metadata } from "next";
import { csvColumns } from "#lib/publication/csv";
import { publicAddress, titleOf } from "#lib/publication/queries";
import { DataPage } from "#components/publication/data-page";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: await titleOf("Data"),
    description: "Every published fact-check as a file and by an interface for programs.",
    alternates: { canonical: publicAddress("/data") },
  };
}

export default function Data() {
  return <DataPage columns={csvColumns} />;
}
