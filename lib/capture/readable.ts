import { Readability } from "@mozilla/readability";
import { decode } from "./charset.ts";
import type { PageFacts } from "./facts.ts";
import { factsOf, notAddress } from "./facts.ts";
import { clean, plainText } from "./plain-text.ts";
import { treeOf } from "./tree.ts";

export interface Reading extends PageFacts {
  /** Paragraphs with a blank line between them; "" if nothing was found. */
  text: string;
}

/** Nodes past which the main part is not looked for, since that would take seconds; then all words of the page are its text. */
const mostNodes = 60_000;

/** The readable text of an HTML page, without what surrounds it, and what the page says of itself. Takes seconds for the worst. */
export function readPage(bytes: Uint8Array, contentType: string | null): Reading {
  const tree = treeOf(decode(bytes, contentType));
  const document = tree.document();
  const facts = factsOf(document);
  const title = blankToNull(document.title);
  const found =
    tree.elements > mostNodes
      ? null
      : new Readability(document, { charThreshold: 250, serializer: (element) => element }).parse();
  const main = found?.content ? plainText(found.content as Element) : "";
  // Where no main part stands out, as on a page of two sentences, the whole page is it.
  const text = main === "" ? plainText(tree.document().body) : main;
  return {
    text,
    title: facts.title ?? blankToNull(found?.title) ?? title,
    author: facts.author ?? notAddress(blankToNull(found?.byline)),
    publishedOn: facts.publishedOn,
    language: facts.language,
    siteName: facts.siteName ?? blankToNull(found?.siteName),
  };
}

/** The text of a file of plain text, with line ends as the desk has them; what a file says of itself is nothing. */
export function readPlain(bytes: Uint8Array, contentType: string | null): Reading {
  const text = clean(decode(bytes, contentType)).replace(/\r\n?/g, "\n").trim();
  return { text, title: null, author: null, publishedOn: null, language: null, siteName: null };
}

const blankToNull = (text: string | null | undefined) =>
  text?.trim() ? clean(text.trim()).slice(0, 500) : null;
