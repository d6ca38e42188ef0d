/** The number of a source as a link to its entry. */
export function SourceMark({ number }: { number: number }) {
  return (
    <a href={`#source-${number}`} aria-label={`Source ${number}`}>
      [{number}]
    </a>
  );
}
