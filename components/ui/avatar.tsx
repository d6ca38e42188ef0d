/** A person as two letters; the full name is what a screen reader hears. */
export function Avatar({ name }: { name: string }) {
  return (
    <>
      <span className="av" title={name} aria-hidden="true">
        {initials(name)}
      </span>
      <span className="sr-only">{name}</span>
    </>
  );
}

/** First letters of the first and last word, in whole characters of any alphabet. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = Array.from(words[0] ?? "")[0] ?? "?";
  const last = words.length > 1 ? (Array.from(words.at(-1) ?? "")[0] ?? "") : "";
  return (first + last).toLocaleUpperCase("en");
}
