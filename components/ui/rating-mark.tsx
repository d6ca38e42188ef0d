import { glyphs } from "#lib/glyphs";

const HUES = new Set(["true", "mostly-true", "mixed", "misleading", "false", "contested", "none"]);

/** The class that gives a container a rating's hue (`--c`, `--g`); an unknown hue is the neutral one. */
export function hueClass(hue: string): string {
  return `is-${HUES.has(hue) ? hue : "none"}`;
}

/**
 * A rating as glyph, word and hue together. Glyphs: check, tilde-check, half, tilde-cross, cross, bend, bracket, clock,
 * arrows, open-circle; hues: true, mostly-true, mixed, misleading, false, contested, none. Unknown ones are neutral.
 */
export function RatingMark({
  word,
  hue,
  glyph,
  size = "inline",
  lang,
}: {
  word: string;
  hue: string;
  glyph: string;
  size?: "chip" | "large" | "inline";
  /** Of the word. */
  lang?: string | null;
}) {
  const className = ["rating", size !== "inline" && size, hueClass(hue)].filter(Boolean).join(" ");
  return (
    <span className={className} lang={lang ?? undefined}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={glyphs[glyph] ?? glyphs["open-circle"]} />
      </svg>
      {word}
    </span>
  );
}
