import { deskLang, linkSourceMarks } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { Markdown } from "#components/ui/markdown";

/** Why we conclude this; numbers in brackets lead to the sources. */
export function Reasoning({ view }: { view: PublicView }) {
  const numbers = new Set(view.sources.map((source) => source.number));
  return (
    <>
      <h2 className="sr-only">Why we conclude this</h2>
      <Markdown lang={deskLang(view)}>{linkSourceMarks(view.verdict.reasoning, numbers)}</Markdown>
    </>
  );
}
