import { Diff } from "#components/ui/diff";
import { Text } from "#components/ui/text";
import { compareTexts } from "#lib/articles/comparison";
import type { PassageFate } from "#lib/claims/alterations";

/** The words of a passage, and what stands in their place in the later version. */
export function FateWords({ fate }: { fate: PassageFate }) {
  const lang = fate.article.language;
  if (!fate.now || fate.outcome !== "altered")
    return (
      <Text as="blockquote" lang={lang}>
        {fate.was}
      </Text>
    );
  return (
    <blockquote>
      <Diff parts={compareTexts(fate.was, fate.now.exact)} lang={lang} />
    </blockquote>
  );
}
