"use client";

import { useRef, useState } from "react";
import { Button } from "#components/ui/button";

/** The whole address of a path of this site, selected and copied by one button; for use after the first render. */
export function CopyLink({ path }: { path: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");

  async function copy() {
    field.current?.select();
    try {
      // Absent on plain http; the selected text can then be copied by hand.
      await navigator.clipboard.writeText(field.current?.value ?? "");
      setSaid("Copied.");
    } catch {
      setSaid("Selected: press Ctrl or Command with C to copy it.");
    }
  }

  return (
    <div className="stack">
      <label className="stack">
        <span className="small">Link for the new member</span>
        <input
          ref={field}
          className="field"
          type="text"
          readOnly
          value={new URL(path, window.location.href).href}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <div className="row">
        <Button onClick={() => void copy()}>Copy link</Button>
        <span role="status" className="small">
          {said}
        </span>
      </div>
    </div>
  );
}
