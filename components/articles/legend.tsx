import { useState } from "react";
import { hueClass } from "#components/ui/rating-mark";
import type { HighlightBy } from "#components/articles/marked-paragraph";
import { coverageKindNames } from "#lib/articles/rules";
import { coverageKinds } from "#lib/articles/schema";
import type { MarkedPassage } from "#lib/claims/queries";
import { stageNames } from "#lib/claims/rules";
import { stages } from "#lib/claims/schema";

/** What the highlights of this text mean, by whatever they go now, and the lines under sentences without a claim. */
export function Legend({ by, passages }: { by: HighlightBy; passages: readonly MarkedPassage[] }) {
  const [open, setOpen] = useState(false);
  const claims = passages.map(({ claim }) => claim);
  const ratings = new Map(claims.flatMap(({ rating }) => (rating ? [[rating.name, rating.hue]] : [])));
  return (
    <details className="legend small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What the marks mean</summary>
      {open && (
        <ul className="plain-list marked">
          {by === "rating" && (
            <>
              {[...ratings].map(([name, hue]) => (
                <li key={name}>
                  <mark className={hueClass(hue)}>{name}</mark>
                </li>
              ))}
              <li>
                <mark className={hueClass("none")}>Not rated yet</mark>
              </li>
            </>
          )}
          {by === "stage" &&
            stages.map((stage) => (
              <li key={stage}>
                <mark className={`at-${stage}`}>{stageNames[stage]}</mark>
              </li>
            ))}
          <li>
            <mark className={`deep ${hueClass("none")}`} data-depth={2}>
              Two claims on the same words
            </mark>
          </li>
          {coverageKinds.map((kind) => (
            <li key={kind}>
              <span className={`looked ${kind}`}>{coverageKindNames[kind]}: no claim to check</span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
