/** Each glyph is one path, and each is told from every other without colour. */
const GLYPHS: Record<string, string> = {
  check: "m4 10.5 4 4 8-9",
  "tilde-check": "m5 7.5 3.5 3.5L15.5 3M3.5 16.5c2.2-2 4.3-2 6.5-.5s4.3 1.5 6.5-.5",
  half: "M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14zv14M12.2 4v12M14.4 5.5v9",
  "tilde-cross": "m6 3 8 8M14 3 6 11M3.5 16.5c2.2-2 4.3-2 6.5-.5s4.3 1.5 6.5-.5",
  cross: "m5 5 10 10M15 5 5 15",
  bend: "M4 17v-6a4 4 0 0 1 4-4h8l-4-4M16 7l-4 4",
  bracket: "M7 4H3.5v12H7M13 4h3.5v12H13M7.6 10h.01M10 10h.01M12.4 10h.01",
  clock: "M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14zM10 6v4.5l3 2",
  arrows: "M3 7h13l-3.5-3.5M17 13H4l3.5 3.5",
  "open-circle": "M10 3a7 7 0 1 1 0 14a7 7 0 1 1 0-14z",
};
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
}: {
  word: string;
  hue: string;
  glyph: string;
  size?: "chip" | "large" | "inline";
}) {
  const className = ["rating", size !== "inline" && size, hueClass(hue)].filter(Boolean).join(" ");
  return (
    <span className={className}>
      <svg
        viewBox="0 0 20 20"
        width="18"
        height="18"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={GLYPHS[glyph] ?? GLYPHS["open-circle"]} />
      </svg>
      {word}
    </span>
  );
}
