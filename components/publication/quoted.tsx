import { Text } from "#components/ui/text";

interface Words {
  quote: string;
  language: string;
  translation: string | null;
  translator: string | null;
}

const languages = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** Words of a source: in translation where there is one, with the original and who translated it below. */
export function Quoted({ words }: { words: Words }) {
  const { quote, language, translation, translator } = words;
  if (translation === null)
    return (
      <Text as="blockquote" lang={language}>
        {quote}
      </Text>
    );
  return (
    <>
      <Text as="blockquote">{translation}</Text>
      <p className="original">
        {languages.of(language) ?? language}:{" "}
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
