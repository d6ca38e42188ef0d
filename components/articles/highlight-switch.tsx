"use client";

import { useShortcut } from "#components/ui/shortcut";
import type { HighlightBy } from "#components/articles/marked-paragraph";

/** Chooses what the colour of the highlights says; H goes to the other. */
export function HighlightSwitch({ by, onChange }: { by: HighlightBy; onChange: (by: HighlightBy) => void }) {
  useShortcut("h", () => onChange(by === "rating" ? "stage" : "rating"));
  return (
    <select
      className="field highlight-switch"
      aria-label="Highlights"
      value={by}
      onChange={(event) => onChange(event.target.value === "stage" ? "stage" : "rating")}
    >
      <option value="rating">By rating</option>
      <option value="stage">By stage</option>
    </select>
  );
}
