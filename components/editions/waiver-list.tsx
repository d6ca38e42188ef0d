import { Alert } from "#components/ui/alert";
import { DefinitionList } from "#components/ui/definition-list";
import { Text } from "#components/ui/text";
import type { EditionForReview } from "#lib/editions/queries";
import { waivableNames } from "#lib/editions/rules";
import { waivableItem } from "#lib/editions/schema";

/** What the checklist asked for and the desk did without, with its reasons: for the editor, never for readers. */
export function WaiverList({ waivers }: Pick<EditionForReview, "waivers">) {
  if (waivers.length === 0) return null;
  return (
    <Alert
      kind="warning"
      title={waivers.length === 1 ? "One item waived" : `${waivers.length} items waived`}
      still
    >
      <DefinitionList
        entries={waivers.map(({ item, reason }) => [nameOf(item), <Text key={item}>{reason}</Text>])}
      />
    </Alert>
  );
}

/** An old edition may have an item that the checklist does not have any more. */
function nameOf(item: string): string {
  const known = waivableItem.safeParse(item);
  return known.success ? waivableNames[known.data] : item.replaceAll("-", " ");
}
