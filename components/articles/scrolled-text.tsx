import type { ReactNode } from "react";

/** A long text in a box of its own that scrolls beside a form. */
export function ScrolledText({ label, children }: { label: string; children: ReactNode }) {
  return (
    // A region that scrolls must be reachable for those who scroll by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="serif stack kept-text" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
