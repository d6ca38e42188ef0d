import { linkSourceMarks } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { Markdown } from "#components/ui/markdown";
import { Text } from "#components/ui/text";

/** Why we conclude this, and where we looked; numbers in brackets lead to the sources. */
export function Reasoning({ view }: { view: PublicView }) {
  const { reasoning, search } = view.verdict;
  const numbers = new Set(view.sources.map((source) => source.number));
  return (
    <>
      <h2 className="sr-only">Why we conclude this</h2>
      <Markdown>{linkSourceMarks(reasoning, numbers)}</Markdown>
      {search !== "" && (
        <section className="part">
          <h2>Where we looked</h2>
          <Text as="p" className="prose">
            {search}
          </Text>
        </section>
      )}
    </>
  );
}
