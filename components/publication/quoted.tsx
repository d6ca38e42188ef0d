import { Text } from "#components/ui/text";
import { languageName } from "#lib/languages";

interface Words {
  quote: string;
  language: string;
  translation: string | null;
  translator: string | null;
}

/** Words of a source: in translation where there is one, with the original and who translated it below. `lang` is of the translation. */
export function Quoted({ words, lang }: { words: Words; lang: string | null }) {
  const { quote, language, translation, translator } = words;
  if (translation === null)
    return (
      <Text as="blockquote" lang={language}>
        {quote}
      </Text>
    );
  return (
    <>
      <Text as="blockquote" lang={lang}>
        {translation}
      </Text>
      <p className="original">
        {languageName(language)}:{" "}
        <Text as="q" lang={language}>
          {quote}
        </Text>{" "}
        <span className="quiet">
          Translated by <Text>{translator}</Text>.
        </span>
      </p>
    </>
  );
}
