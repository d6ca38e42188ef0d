import type { ReactNode } from "react";
import { Breadcrumbs } from "#components/ui/breadcrumbs";

/**
 * One page of the desk: a bar with the heading, a quiet line about it and the actions, then the content. `bleed` gives
 * the content both edges, for queues and the reading view; `narrow` suits forms.
 */
export function DeskPage({
  title,
  meta,
  actions,
  trail,
  width = "normal",
  children,
}: {
  title: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
  trail?: readonly { href: string; label: string }[];
  width?: "normal" | "narrow" | "bleed";
  children: ReactNode;
}) {
  return (
    <>
      <div className="top">
        {trail !== undefined && <Breadcrumbs trail={trail} />}
        <h1>{title}</h1>
        {meta !== undefined && <span className="small faint">{meta}</span>}
        {actions !== undefined && <div className="row actions">{actions}</div>}
      </div>
      <div className={width === "normal" ? "content" : `content ${width}`}>{children}</div>
    </>
  );
}
