/** Elements that stand in paragraphs of their own. */
const blocks = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL".split(
    " ",
  ),
);
const unread = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG CANVAS AUDIO VIDEO BUTTON SELECT TEXTAREA INPUT HEAD".split(
    " ",
  ),
);

/**
 * The words of an element as they are read: a blank line between paragraphs, one line end for `<br>` and between table rows'
 * cells a tab. Letters are left as they are (no normalisation), so that a quote is found in the page again; only what HTML itself
 * takes for one space becomes one.
 */
export function plainText(root: Element): string {
  const out = new Paragraphs();
  for (let node: Node | null = root; node !== null;) {
    const enters = !unread.has(node.nodeName.toUpperCase());
    if (enters) enter(node, out);
    if (enters && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    // Up again by hand: a page may be nested deeper than any stack.
    while (node !== null && node !== root && !node.nextSibling) {
      leave(node, out);
      node = node.parentNode;
    }
    if (node === null || node === root) break;
    leave(node, out);
    node = node.nextSibling;
  }
  return out.text();
}

function enter(node: Node, out: Paragraphs): void {
  const name = node.nodeName.toUpperCase();
  if (node.nodeType === 3) out.words(node.nodeValue ?? "", isPreformatted(node));
  else if (name === "BR") out.lineEnd();
  else if (blocks.has(name)) out.paragraphEnd();
  else if (name === "TD" || name === "TH") out.cell();
}

function leave(node: Node, out: Paragraphs): void {
  if (blocks.has(node.nodeName.toUpperCase())) out.paragraphEnd();
}

const isPreformatted = (node: Node) => {
  const parent = node.parentNode?.nodeName.toUpperCase();
  return (
    parent === "PRE" || (parent === "CODE" && node.parentNode?.parentNode?.nodeName.toUpperCase() === "PRE")
  );
};

class Paragraphs {
  readonly #done: string[] = [];
  #now: string[] = [];
  /** Whether a space is due before the next word of the line; none at its beginning. */
  #space = false;
  #isAtStart = true;

  words(text: string, isPreformatted: boolean): void {
    const words = isPreformatted ? text.replace(/\r\n?/g, "\n") : text.replace(/[ \t\n\f\r]+/g, " ");
    const core = isPreformatted ? words : words.replace(/^ | $/g, "");
    if (!isPreformatted && words.startsWith(" ") && !this.#isAtStart) this.#space = true;
    if (core === "") return;
    this.#now.push(this.#space ? ` ${core}` : core);
    this.#space = !isPreformatted && words.endsWith(" ");
    this.#isAtStart = false;
  }

  lineEnd(): void {
    this.#begin("\n");
  }

  cell(): void {
    if (this.#now.length > 0) this.#begin("\t");
  }

  paragraphEnd(): void {
    const text = this.#now.join("").replace(/^\n+/, "").trimEnd();
    if (text.trim() !== "") this.#done.push(text);
    this.#now = [];
    this.#begin();
  }

  text(): string {
    this.paragraphEnd();
    return clean(this.#done.join("\n\n"));
  }

  #begin(mark?: string): void {
    if (mark) this.#now.push(mark);
    this.#space = false;
    this.#isAtStart = true;
  }
}

/** Text that PostgreSQL can keep: neither NUL nor half of a character. */
export const clean = (text: string): string => text.replaceAll("\0", "\ufffd").toWellFormed();
