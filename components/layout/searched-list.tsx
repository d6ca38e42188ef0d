import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";

/**
 * A list of the desk with a search by words, a page at a time; `label` names what it lists ("Sources"), `none` says what to
 * do where there is nothing, with a search and without. It searches and goes on at its `path`.
 */
export function SearchedList({
  path,
  label,
  words,
  next,
  search,
  none,
  isEmpty,
  children,
}: {
  path: string;
  label: string;
  words: string;
  next: string | null;
  search: { label: string; placeholder: string };
  none: { found: string; yet: string; tryFewer: string; begin: string };
  isEmpty: boolean;
  children: ReactNode;
}) {
  const older = next && `${path}?${new URLSearchParams({ ...(words && { q: words }), after: next })}`;
  return (
    <section className="stack" aria-label={label}>
      <form className="row" role="search" action={path}>
        <input
          type="search"
          name="q"
          className="field"
          defaultValue={words}
          aria-label={search.label}
          placeholder={search.placeholder}
        />
        <button type="submit" className="btn">
          Search
        </button>
      </form>
      {isEmpty ? (
        <EmptyState title={words ? none.found : none.yet}>{words ? none.tryFewer : none.begin}</EmptyState>
      ) : (
        children
      )}
      <Pagination older={older} label={`Pages of ${label.toLowerCase()}`} />
    </section>
  );
}
