import type { SnapshotView } from "../snapshots/queries.ts";
import { siteFact } from "../snapshots/rules.ts";
import { normaliseNewlines } from "./schema.ts";

/** What the form of an article holds at first. */
export interface ProposedArticle {
  title: string;
  outlet: string;
  author: string;
  url: string;
  publishedOn: string;
  language: string;
  text: string;
}

/**
 * An article as its fetched page gives it, cut to what an article may have; everything is to be looked at and can be
 * corrected. `outlet` is what the desk calls the site, and counts before what the site calls itself. The address is where
 * the page was in the end, since short links change and expire.
 */
export function proposedArticle(
  copy: Pick<SnapshotView, "facts" | "title" | "author" | "publishedOn" | "language" | "url" | "finalUrl">,
  { outlet, text }: { outlet: string | null; text: string },
): ProposedArticle {
  const [asked, final] = [copy.url ?? "", copy.finalUrl ?? ""];
  return {
    title: cut(copy.title, 500),
    outlet: outlet ?? cut(copy.facts.find(({ name }) => name === siteFact)?.value, 300),
    author: cut(copy.author, 300),
    url: final === "" || final.length > 2000 ? asked : final,
    publishedOn: copy.publishedOn ?? "",
    language: copy.language ?? "en",
    text: normaliseNewlines(text),
  };
}

const cut = (words: string | null | undefined, max: number): string =>
  [...(words ?? "")].slice(0, max).join("");
