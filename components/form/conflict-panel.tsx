"use client";

import { Button } from "#components/ui/button";
import type { Conflict } from "#components/form/conflict";

/** Both texts of every field that differs, and the two ways on. */
export function ConflictPanel({
  conflict,
  pending,
  onKeepMine,
  onTakeTheirs,
}: {
  conflict: Conflict;
  pending: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  return (
    <section className="alert warning conflict" aria-label="Somebody else saved this meanwhile">
      {conflict.differing.length === 0 && <p>The fields of this form are the same in both.</p>}
      <dl>
        {conflict.differing.map((field) => (
          <div key={field.name}>
            <dt>{field.label}</dt>
            <dd className="texts">
              <div>
                <p className="eyebrow">Yours</p>
                <p dir="auto">{field.mine || "(empty)"}</p>
              </div>
              <div>
                <p className="eyebrow">Theirs now</p>
                <p dir="auto">{field.theirs || "(empty)"}</p>
              </div>
            </dd>
          </div>
        ))}
      </dl>
      <div className="form-actions">
        <Button aria-disabled={pending} onClick={onKeepMine}>
          Keep mine
        </Button>
        <Button aria-disabled={pending} onClick={onTakeTheirs}>
          Take theirs
        </Button>
      </div>
    </section>
  );
}
