import type { ReactNode } from "react";

/** Words that somebody else wrote: carries their language, and takes its direction from the words themselves. */
export function Text({
  as: Tag = "span",
  lang,
  className,
  children,
}: {
  as?: "span" | "p" | "div" | "blockquote" | "q" | "h1" | "h2" | "h3";
  lang?: string | null;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Tag lang={lang ?? undefined} dir="auto" className={className}>
      {children}
    </Tag>
  );
}
