import type { ReactNode } from "react";

/** What stands where a list would be: what is missing, why, and what to do next (`children` hold the actions). */
export function EmptyState({
  title,
  children,
  actions,
  heading: Heading = "h2",
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  heading?: "h1" | "h2";
}) {
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  );
}
