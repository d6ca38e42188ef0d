import type { ReactNode } from "react";

/** A sheet with a border. With a `title` it is a labelled section, with that title as its heading. */
export function Card({
  title,
  eyebrow,
  children,
}: {
  title?: string;
  eyebrow?: string;
  children: ReactNode;
}) {
  const content = (
    <>
      {eyebrow !== undefined && <p className="eyebrow">{eyebrow}</p>}
      {children}
    </>
  );
  if (title === undefined) return <div className="card stack">{content}</div>;
  return (
    <section className="card stack" aria-label={title}>
      <h2>{title}</h2>
      {content}
    </section>
  );
}
