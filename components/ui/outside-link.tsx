import type { ReactNode } from "react";

/** An address outside the desk: it opens in a new tab, says so to whoever does not see it, and is told nothing of where it stands. */
export function OutsideLink({ url, children }: { url: string; children?: ReactNode }) {
  return (
    <a
      href={url}
      rel="noreferrer noopener"
      target="_blank"
      className={children === undefined ? "hash" : undefined}
    >
      {children ?? url}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
