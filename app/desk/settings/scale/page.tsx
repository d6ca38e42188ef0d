import type { Metadata } from "next";
import { DeskPage } from "#components/layout/desk-page";
import { ScaleForm } from "#components/settings/scale-form";
import { requireRole } from "#lib/page";
import { getScale } from "#lib/settings/scale";

export const metadata: Metadata = { title: "Rating scale" };

export default async function ScalePage() {
  const actor = await requireRole("/desk/settings/scale", "admin");
  const scale = await getScale(actor);
  return (
    <DeskPage
      title="Rating scale"
      meta={`version ${scale.version}`}
      trail={[{ href: "/desk/settings", label: "Settings" }]}
    >
      <div className="beside">
        <ScaleForm scale={scale} />
        <p className="small quiet">
          Readers find the scale under <a href="/methodology">How we work</a>. A rating keeps its sign, its
          number and its rules under every name; each version of the scale is kept for good.
        </p>
      </div>
    </DeskPage>
  );
}
