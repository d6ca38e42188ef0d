import { SaxesParser } from "saxes";
import { readParts, withArchive } from "./archives.ts";
import { Refusal } from "./kinds.ts";

/** Where the words of a document are, besides its body. */
const parts = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"];
const mostXml = 50 * 1024 * 1024;
/** The parser looks a prefix up through all elements around: 100,000 of them took minutes, and documents have some dozens. */
const deepest = 1000;

/** Elements that stand for a sign. */
const signs: Record<string, string> = { tab: "\t", br: "\n", cr: "\n", noBreakHyphen: "\u2011" };

/** The namespaces of WordprocessingML (ECMA-376, ISO/IEC 29500), transitional and strict. */
const namespaces = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);

/** The text of a DOCX: a line per paragraph, then the notes. Deleted text of tracked changes and field codes are not in it. */
export async function readDocx(path: string, mostCodePoints: number): Promise<string> {
  return withArchive(path, async (entries, read) => {
    const texts: string[] = [];
    for (const name of parts) {
      const entry = entries.get(name);
      if (entry) texts.push(await textOf(readParts(read, entry, mostXml), mostCodePoints));
    }
    return texts.join("\n").trim();
  });
}

/** Stops where it has more than enough: a code point has two units at most. */
async function textOf(xml: AsyncIterable<Buffer>, mostCodePoints: number): Promise<string> {
  let text = "";
  let pieces: string[] = []; // joined in time: strings that grow by single signs take forty times their length
  let isText = false;
  let depth = 0;
  const parser = new SaxesParser({ xmlns: true }); // knows no entities but the five of XML, so none can grow
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri }) => {
    if (++depth > deepest) throw new Refusal("Its elements stand a thousand deep in one another.");
    if (!namespaces.has(uri)) return;
    if (local === "t") isText = true;
    else if (signs[local]) pieces.push(signs[local]);
  });
  parser.on("closetag", ({ local, uri }) => {
    depth--;
    if (!namespaces.has(uri)) return;
    if (local === "t") isText = false;
    else if (local === "p") pieces.push("\n");
  });
  parser.on("text", (words) => {
    if (isText) pieces.push(words);
  });
  const decoder = new TextDecoder();
  for await (const part of xml) {
    parser.write(decoder.decode(part, { stream: true }));
    text += pieces.join("");
    pieces = [];
    if (text.length > mostCodePoints * 2) return text;
  }
  parser.write(decoder.decode()).close();
  return text + pieces.join("");
}
