import type { Metadata } from "next";
import { getPublicSettings, publicAddress, titleOf } from "#lib/publication/queries";
import { Methodology } from "#components/publication/methodology";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: await titleOf("How we work"),
    description:
      "What our ratings and evidence grades mean, who approves what, and how we correct ourselves.",
    alternates: { canonical: publicAddress("/methodology") },
  };
}

export default async function MethodologyPage() {
  const { scale, deskLanguage } = await getPublicSettings();
  return <Methodology scale={scale} deskLanguage={deskLanguage} />;
}
