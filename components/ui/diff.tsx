/** A run of text as the npm package `diff` answers it. */
export type DiffPart = { value: string; added?: boolean; removed?: boolean };

/** What changed, marked by underline and strike as well as colour, and said in words to a screen reader. */
export function Diff({ parts, lang }: { parts: readonly DiffPart[]; lang?: string }) {
  return (
    <span className="diff" lang={lang} dir="auto">
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </span>
  );
}

function Part({ part }: { part: DiffPart }) {
  if (part.added) {
    return (
      <ins>
        <span className="sr-only">[added: </span>
        {part.value}
        <span className="sr-only">]</span>
      </ins>
    );
  }
  if (part.removed) {
    return (
      <del>
        <span className="sr-only">[removed: </span>
        {part.value}
        <span className="sr-only">]</span>
      </del>
    );
  }
  return part.value;
}
