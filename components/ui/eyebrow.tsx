import type { ReactNode } from "react";

/** The small capitals line above a heading or a group. */
export function Eyebrow({ children }: { children: ReactNode }) {
  return <p className="eyebrow">{children}</p>;
}
