import type { ReactNode } from "react";

export type AlertKind = "note" | "done" | "warning" | "problem";

/**
 * A message beside what it is about. A problem interrupts a screen reader (role alert); everything else waits
 * (role status). `still` is for messages that are part of the page from the beginning and announce nothing.
 */
export function Alert({
  kind = "note",
  title,
  still = false,
  children,
}: {
  kind?: AlertKind;
  title?: string;
  still?: boolean;
  children?: ReactNode;
}) {
  const role = still ? undefined : kind === "problem" ? "alert" : "status";
  return (
    <div className={kind === "note" ? "alert" : `alert ${kind}`} role={role}>
      {title !== undefined && (
        <p>
          <strong>{title}</strong>
        </p>
      )}
      {typeof children === "string" ? <p>{children}</p> : children}
    </div>
  );
}
