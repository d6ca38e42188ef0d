import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { countCodePoints, firstBytes } from "./code-points.ts";
import { readDocx } from "./docx-text.ts";
import type { Kind } from "./kinds.ts";
import { LockedPdf, type PageStart, type PdfContent, readPdf } from "./pdf-text.ts";
import { decodeText } from "./plain-text.ts";

/** What became of the text of a file; `reason` says it for people. Only an extracted one has a file (UTF-8). */
export type TextOutcome =
  | { outcome: "extracted"; file: string; characters: number; pages?: PageStart[]; reason?: string }
  | { outcome: "empty" | "failed"; reason: string };

/** In UTF-8: a book of a thousand pages, and as much as a page of the desk shows. */
const mostBytes = 2_000_000;

interface Read {
  text: string;
  pages?: PageStart[];
  note?: string | undefined;
  facts?: PdfContent["facts"];
}

/**
 * The text of a PDF, DOCX, CSV or plain text, written into the folder; null for kinds whose text is nobody's or another's business
 * (pictures, recordings, HTML, web archives). Positions are in code points of what is written. Never throws for what the file holds.
 */
export async function extractText(
  path: string,
  kind: Kind,
  folder: string,
  declaredCharset?: string,
): Promise<{ text: TextOutcome; facts: PdfContent["facts"] } | null> {
  const reader = readers[kind];
  if (!reader) return null;
  try {
    const { text, pages, note, facts = [] } = await reader(path, declaredCharset);
    const clean = text.replaceAll("\0", "");
    if (clean.trim() === "") return { text: { outcome: "empty", reason: emptyReason(kind) }, facts };
    const all = Buffer.from(clean);
    const kept = firstBytes(all, mostBytes);
    const file = join(folder, "text.txt");
    await writeFile(file, kept, { mode: 0o600 });
    const reason = kept === all ? note : "Only its first 2 MB of text were read.";
    const characters = countCodePoints(kept.toString());
    const there = pages?.filter(({ start }) => start < characters);
    const outcome = { outcome: "extracted" as const, file, characters };
    return { text: { ...outcome, ...(there && { pages: there }), ...(reason && { reason }) }, facts };
  } catch (error) {
    return { text: { outcome: "failed", reason: reasonOf(error) }, facts: [] };
  }
}

type Reader = (path: string, declaredCharset?: string) => Promise<Read>;

const readPlain: Reader = async (path, declaredCharset) => {
  const { text, note } = decodeText(await readFirst(path), declaredCharset);
  return { text, note };
};

/** Twice as much as is kept, since UTF-16 may shrink to half; never half a letter of UTF-8 at its end. */
async function readFirst(path: string): Promise<Buffer> {
  const length = 2 * mostBytes;
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return bytesRead < length ? buffer.subarray(0, bytesRead) : firstBytes(buffer, length - 4);
  } finally {
    await file.close();
  }
}

const readers: Partial<Record<Kind, Reader>> = {
  pdf: (path) => readPdf(path, mostBytes),
  docx: async (path) => ({ text: await readDocx(path, mostBytes) }),
  csv: readPlain,
  text: readPlain,
};

const emptyReason = (kind: Kind) =>
  kind === "pdf" ? "There is no text in it (a scan?)." : "There is no text in it.";

function reasonOf(error: unknown): string {
  if (error instanceof LockedPdf) return "It is protected by a password.";
  const why = error instanceof Error ? error.message : String(error);
  return `It could not be read: ${why.slice(0, 200)}`;
}
