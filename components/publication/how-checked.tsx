import { deskLang, linkSourceMarks } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { Markdown } from "#components/ui/markdown";
import { Text } from "#components/ui/text";

/** How the desk went about it, and where it looked. */
export function HowChecked({ view }: { view: PublicView }) {
  const { howChecked, search } = view.verdict;
  if (howChecked === "" && search === "") return null;
  const lang = deskLang(view);
  const numbers = new Set(view.sources.map((source) => source.number));
  return (
    <section>
      <h2>How we checked it</h2>
      {howChecked !== "" && <Markdown lang={lang}>{linkSourceMarks(howChecked, numbers)}</Markdown>}
      {search !== "" && (
        <div className="group">
          <h3>Where we looked</h3>
          <Text as="p" lang={lang} className="prose">
            {search}
          </Text>
        </div>
      )}
    </section>
  );
}
