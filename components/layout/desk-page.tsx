import type { ReactNode } from "react";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import "./desk-page.css";

/**
 * One page of the desk: a bar with the heading, a quiet line about it and the actions, then the content. `bleed` gives
 * the content both edges, for queues and the reading view, under a bar of one height where there is no `trail`; `narrow` suits
 * forms.
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
      <div className={width === "bleed" && trail === undefined ? "top fixed" : "top"}>
        {trail !== undefined && <Breadcrumbs trail={trail} />}
        <div className="heading">
          <h1>{title}</h1>
          {meta !== undefined && <span className="small faint">{meta}</span>}
        </div>
        {actions !== undefined && <div className="row actions">{actions}</div>}
      </div>
      <div className={width === "normal" ? "content" : `content ${width}`}>{children}</div>
    </>
  );
}
