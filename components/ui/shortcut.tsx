"use client";

import { useEffect, useRef } from "react";

/** Where a member's wish to have no single-key shortcuts is kept, in their own browser (WCAG 2.1.4). */
export const SHORTCUTS_OFF = "assay-shortcuts-off";

/**
 * Runs `act` when the single key is pressed outside of anything to type into, with no dialog open and no modifier held;
 * again and again while the key is held down only if it `repeats`. Does nothing without a key, or where the member switched single keys off.
 */
export function useShortcut(
  key: string | undefined,
  act: () => void,
  { repeats = false }: { repeats?: boolean } = {},
): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (key === undefined) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== key?.toLowerCase() || event.defaultPrevented) return;
      if (event.repeat && !repeats) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || shortcutsOff()) return;
      if (document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [key, repeats]);
}

/** Whether what has the focus takes keys as typing or choosing; a field whose dialog has just closed does not any more. */
export function isTyping(target: EventTarget | null): boolean {
  const field = target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  return field ? field.checkVisibility() : false;
}

function shortcutsOff(): boolean {
  try {
    return localStorage.getItem(SHORTCUTS_OFF) === "yes";
  } catch {
    return false; // Storage can be forbidden by the browser; the keys then stay on.
  }
}
