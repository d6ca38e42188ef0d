"use client";

import { createContext, useContext, useEffect, useId, useRef, type ReactNode } from "react";
import { X } from "lucide-react";

const FIRST_CONTROL = ":scope > div :is(input:not([type=hidden]), textarea, select, button)";
const CloseContext = createContext<(() => void) | null>(null);

/** Closes the dialog around the caller; null outside of one. Forms use it when they are done. */
export function useCloseDialog(): (() => void) | null {
  return useContext(CloseContext);
}

/**
 * A modal dialog on the native element: Escape closes it, focus stays inside and returns to what had it before. Its
 * content stays mounted while closed, so that nothing typed is lost by a slip of the key.
 */
export function Dialog({
  open,
  onClose,
  title,
  wide = false,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    if (open && !dialog.open) {
      dialog.showModal();
      // The browser would begin at the close button; what the dialog is for comes first.
      dialog.querySelector<HTMLElement>(FIRST_CONTROL)?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog ref={ref} className={wide ? "dialog wide" : "dialog"} aria-labelledby={titleId} onClose={onClose}>
      <header>
        <h2 id={titleId}>{title}</h2>
        <button
          type="button"
          className="btn ghost icon-btn"
          aria-label="Close"
          onClick={() => ref.current?.close()}
        >
          <X size={18} aria-hidden="true" />
        </button>
      </header>
      <div>
        <CloseContext value={() => ref.current?.close()}>{children}</CloseContext>
      </div>
    </dialog>
  );
}
