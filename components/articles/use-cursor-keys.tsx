"use client";

import { useEffect, useRef, type RefObject } from "react";
import { isTyping, useShortcut } from "#components/ui/shortcut";

/** What a key does with the cursor. */
export type CursorStep =
  | { kind: "move" | "grow"; by: 1 | -1 }
  | { kind: "trim"; edge: "start" | "end"; by: 1 | -1 }
  | { kind: "leave" };

/**
 * Takes the keys of the cursor: arrows and Escape wherever nothing else needs them, J and K as long as single keys are
 * switched on. Arrows stay with fields, open dialogs, and whatever scrolls beside the text.
 */
export function useCursorKeys(
  text: RefObject<HTMLElement | null>,
  rightToLeft: boolean,
  act: (step: CursorStep) => void,
): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useShortcut("j", () => act({ kind: "move", by: 1 }), { repeats: true });
  useShortcut("k", () => act({ kind: "move", by: -1 }), { repeats: true });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const step = stepOf(event, rightToLeft);
      if (!step || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const target = event.target instanceof Element ? event.target : null;
      const isHere = target === document.body || text.current?.contains(target) === true;
      if (!isHere && step.kind !== "leave") return;
      event.preventDefault();
      latest.current(step);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [rightToLeft, text]);
}

function stepOf(event: KeyboardEvent, rightToLeft: boolean): CursorStep | null {
  if (event.ctrlKey || event.metaKey) return null;
  const { key, shiftKey, altKey } = event;
  if (key === "Escape" && !shiftKey && !altKey) return { kind: "leave" };
  if ((key === "ArrowUp" || key === "ArrowDown") && !altKey)
    return { kind: shiftKey ? "grow" : "move", by: key === "ArrowDown" ? 1 : -1 };
  if ((key === "ArrowLeft" || key === "ArrowRight") && shiftKey) {
    const forward = (key === "ArrowRight") !== rightToLeft;
    return { kind: "trim", edge: altKey ? "start" : "end", by: forward ? 1 : -1 };
  }
  return null;
}
