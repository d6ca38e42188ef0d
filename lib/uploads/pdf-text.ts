import { readFile } from "node:fs/promises";
import { getDocumentProxy } from "unpdf";
import { countCodePoints } from "./code-points.ts";

/** Where a page begins in the text, in code points from 0. */
export interface PageStart {
  page: number;
  start: number;
}

export interface PdfContent {
  text: string;
  pages: PageStart[];
  facts: { name: string; value: string }[];
  note?: string;
}

const mostPages = 2000;

/** Asked for a password, pdf.js says so by name. */
export class LockedPdf extends Error {}

/** The text of a PDF page by page, with an empty line between two, and what it says of itself. */
export async function readPdf(path: string, mostCodePoints: number): Promise<PdfContent> {
  const document = await getDocumentProxy(new Uint8Array(await readFile(path)), {
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: 0,
    verbosity: 0,
    password: "",
  }).catch((error: unknown) => {
    throw (error as Error).name === "PasswordException" ? new LockedPdf() : error;
  });
  const pages: PageStart[] = [];
  const texts: string[] = [];
  let length = 0;
  const last = Math.min(document.numPages, mostPages);
  for (let page = 1; page <= last && length < mostCodePoints; page++) {
    const words = await textOf(document, page);
    pages.push({ page, start: length });
    texts.push(words);
    length += countCodePoints(words) + 2;
  }
  const isCut = pages.length < document.numPages;
  return {
    text: texts.join("\n\n"),
    pages,
    facts: await factsOf(document),
    ...(isCut && { note: `Only the first ${pages.length} of ${document.numPages} pages were read.` }),
  };
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

async function textOf(document: Document, page: number): Promise<string> {
  const proxy = await document.getPage(page);
  const { items } = await proxy.getTextContent();
  const words = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
  proxy.cleanup();
  return words.replaceAll("\0", "").trimEnd();
}

async function factsOf(document: Document): Promise<PdfContent["facts"]> {
  const { info } = await document.getMetadata();
  const said = info as Record<string, unknown>;
  const names: [string, string][] = [
    ["Title", "title"],
    ["Author", "author"],
    ["Creator", "made with"],
    ["Producer", "written by"],
    ["CreationDate", "made"],
    ["ModDate", "changed"],
  ];
  const facts = names.flatMap(([key, name]) => {
    const value = said[key];
    return typeof value === "string" && value.trim() ? [{ name, value }] : [];
  });
  return [{ name: "pages", value: String(document.numPages) }, ...facts];
}
