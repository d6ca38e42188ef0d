import type { ReactNode } from "react";
import { Text } from "#components/ui/text";
import type { SourceView } from "#lib/sources/queries";

/** What to know of a source before it is used or shown: that it is confidential, and that it is graphic. */
export function marksOf({ visibility, sealed, description, attestation, graphic }: SourceView): ReactNode[] {
  return [
    sealed && (
      <Text key="instead">
        {attestation === null ? description : `vouched for by an editor: “${attestation}”`}
      </Text>
    ),
    !sealed && visibility === "described" && "confidential: readers see its description alone",
    !sealed && visibility === "hidden" && "confidential: readers see what an editor vouches for",
    graphic && "graphic material",
  ].filter((mark) => mark !== false);
}
