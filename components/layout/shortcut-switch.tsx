"use client";

import { useSyncExternalStore } from "react";
import { SHORTCUTS_OFF } from "#components/ui/shortcut";

/** Switches the single-key shortcuts off in this browser, for people who speak to their computer (WCAG 2.1.4). */
export function ShortcutSwitch() {
  const off = useSyncExternalStore(subscribe, isOff, () => false);
  return (
    <label className="choice">
      <input type="checkbox" checked={!off} onChange={(event) => setOff(!event.target.checked)} />
      <span>Single-key shortcuts</span>
      <span className="description">Such as L to log a claim. Kept in this browser only.</span>
    </label>
  );
}

function isOff(): boolean {
  return localStorage.getItem(SHORTCUTS_OFF) === "yes";
}

function setOff(off: boolean) {
  if (off) localStorage.setItem(SHORTCUTS_OFF, "yes");
  else localStorage.removeItem(SHORTCUTS_OFF);
  window.dispatchEvent(new StorageEvent("storage"));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("storage", changed);
  return () => window.removeEventListener("storage", changed);
}
