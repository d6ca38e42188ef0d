interface Passage {
  prefix: string;
  exact: string;
  suffix: string;
}

/** A passage in the words around it. */
export function Excerpt({ passage, lang, hue }: { passage: Passage; lang: string; hue: string }) {
  return (
    <blockquote lang={lang} dir="auto">
      {passage.prefix}
      <mark className={hue}>{passage.exact}</mark>
      {passage.suffix}
    </blockquote>
  );
}
