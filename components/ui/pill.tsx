import type { ReactNode } from "react";

/** A state in a word. The dot's tone only supports the word, it never replaces it. */
export function Pill({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "review" | "published" | "changes" | "stopped" | "withheld";
  children: ReactNode;
}) {
  return <span className={tone === "plain" ? "pill" : `pill ${tone}`}>{children}</span>;
}
