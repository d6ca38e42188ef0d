"use client";

import { useLayoutEffect, useRef, type RefObject } from "react";

/**
 * For a button that may go with what it did: when it is taken away while it has the focus, the content of the page gets it, so
 * that whoever uses the keyboard or a screen reader is not put back before the first link.
 */
export function useKeptFocus(): RefObject<HTMLButtonElement | null> {
  const ref = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const button = ref.current;
    return () => {
      if (button !== null && document.activeElement === button)
        document.getElementById("main")?.focus({ preventScroll: true });
    };
  }, []);
  return ref;
}
