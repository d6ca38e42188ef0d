import { MeasureDetail } from "#components/figures/measure-detail";
import { DeskPage } from "#components/layout/desk-page";
import { Text } from "#components/ui/text";
import { getMeasure } from "#lib/figures/queries";
import { measureName } from "#lib/figures/rules";
import { idOf, load, requireMember } from "#lib/page";

export const metadata = { title: "Measure" };

export default async function MeasurePage({ params }: PageProps<"/desk/measures/[id]">) {
  const { id } = await params;
  const actor = await requireMember(`/desk/measures/${id}`);
  const { measure, figures } = await load(getMeasure(actor, idOf(id)));
  return (
    <DeskPage
      title={<Text>{measureName(measure)}</Text>}
      trail={[{ href: "/desk/measures", label: "Measures" }]}
    >
      <MeasureDetail measure={measure} figures={figures} />
    </DeskPage>
  );
}
