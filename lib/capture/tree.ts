import { parseHTML } from "linkedom";
import { parse, serialize } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";

/** Deeper than any page that is meant to be read; a browser stops nesting at 512. */
const deepest = 1000;

export interface Tree {
  /** A new document each time, since Readability takes apart what it is given. */
  document: () => Document;
  elements: number;
}

/**
 * The elements of a page as a browser builds them. parse5 knows HTML's rules for what was left out and misplaced; linkedom does
 * not, and has the DOM that Readability needs. Throws where it is nested too deeply to be walked.
 */
export function treeOf(html: string): Tree {
  const parsed = parse(html);
  const elements = count(parsed);
  const tidy = serialize(parsed);
  return { elements, document: () => (parseHTML(tidy) as unknown as { document: Document }).document };
}

function count(root: DefaultTreeAdapterTypes.Document): number {
  let elements = 0;
  const open: Array<{ nodes: DefaultTreeAdapterTypes.Node[]; depth: number }> = [
    { nodes: root.childNodes, depth: 1 },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > deepest) throw new RangeError("it is nested too deeply");
    for (const node of next.nodes) {
      elements++;
      if ("content" in node) open.push({ nodes: node.content.childNodes, depth: next.depth + 1 });
      if ("childNodes" in node) open.push({ nodes: node.childNodes, depth: next.depth + 1 });
    }
  }
  return elements;
}
