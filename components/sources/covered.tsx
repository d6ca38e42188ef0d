"use client";

import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { Button } from "#components/ui/button";
import "./covered.css";

/**
 * Graphic material, under a cover until somebody asks for it. What is covered keeps its place, so that nothing moves when
 * it is shown, and is out of reach of pointer, keyboard and screen reader till then; what plays stays still. The focus
 * stays on the one button, which covers it again.
 */
export function Covered({ what, children }: { what: string; children: ReactNode }) {
  const [shown, setShown] = useState(false);
  const inside = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (shown) return;
    // Nothing may be heard of what cannot be seen.
    for (const playing of inside.current?.querySelectorAll("video, audio") ?? [])
      if (playing instanceof HTMLMediaElement) playing.pause();
  }, [shown]);
  return (
    <div className="covered" role="group" aria-label={what} data-shown={shown || undefined}>
      <div id={id} ref={inside} className="under" inert={!shown}>
        {children}
      </div>
      <div className="cover">
        {!shown && <p>Graphic material.</p>}
        <Button small aria-expanded={shown} aria-controls={id} onClick={() => setShown(!shown)}>
          {shown ? "Cover it again" : "Show it"}
        </Button>
      </div>
    </div>
  );
}
