"use client";

import { useState } from "react";
import { Button } from "#components/ui/button";
import { Kbd } from "#components/ui/kbd";
import { useShortcut } from "#components/ui/shortcut";
import { AllKeys } from "#components/articles/all-keys";

/** The keys that work now, and the way to all of them. */
export function KeyHints({ logging }: { logging: boolean }) {
  const [open, setOpen] = useState(false);
  useShortcut("?", () => setOpen(true));
  return (
    <div className="hints">
      <span>
        <Kbd>Up</Kbd> <Kbd>Down</Kbd> sentence
      </span>
      <span>
        <Kbd>Shift</Kbd> + arrows grow, shrink
      </span>
      <span>
        <Kbd>L</Kbd> {logging ? "into the form" : "log"}
      </span>
      {logging ? (
        <>
          <span>
            <Kbd>Command</Kbd> or <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> save the claim
          </span>
          <span>
            <Kbd>Esc</Kbd> close the form
          </span>
        </>
      ) : (
        <>
          <span>
            <Kbd>O</Kbd> opinion
          </span>
          <span>
            <Kbd>N</Kbd> not checkable
          </span>
        </>
      )}
      <Button kind="link" small shortcut="?" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        All keys
      </Button>
      <AllKeys open={open} onClose={() => setOpen(false)} />
    </div>
  );
}
