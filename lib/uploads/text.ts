import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { countCodePoints, firstCodePoints } from "./code-points.ts";
import { readDocx } from "./docx-text.ts";
import type { Kind } from "./kinds.ts";
import { LockedPdf, type PageStart, type PdfContent, readPdf } from "./pdf-text.ts";
import { decodeText } from "./plain-text.ts";

/** What became of the text of a file; `reason` says it for people. Only an extracted one has a file (UTF-8). */
export type TextOutcome =
  | { outcome: "extracted"; file: string; characters: number; pages?: PageStart[]; reason?: string }
  | { outcome: "empty" | "failed"; reason: string };

/** Two million code points: a book of a thousand pages. */
const mostCodePoints = 2_000_000;
/** What that takes at most in UTF-8. */
const mostTextBytes = 4 * mostCodePoints + 1;

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
    const kept = firstCodePoints(clean, mostCodePoints);
    const file = join(folder, "text.txt");
    await writeFile(file, kept, { mode: 0o600 });
    const reason = kept === clean ? note : "Only its first two million characters were read.";
    const outcome = { outcome: "extracted" as const, file, characters: countCodePoints(kept) };
    return { text: { ...outcome, ...(pages && { pages }), ...(reason && { reason }) }, facts };
  } catch (error) {
    return { text: { outcome: "failed", reason: reasonOf(error) }, facts: [] };
  }
}

type Reader = (path: string, declaredCharset?: string) => Promise<Read>;

const readPlain: Reader = async (path, declaredCharset) => {
  const { text, note } = decodeText(await readFirst(path, mostTextBytes), declaredCharset);
  return { text, note };
};

/** A letter that the cut goes through is left out, or the rest would no longer be UTF-8. */
async function readFirst(path: string, mostBytes: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mostBytes), 0, mostBytes, 0);
    let end = bytesRead;
    if (bytesRead === mostBytes) while (end > 0 && ((buffer[end] ?? 0) & 0xc0) === 0x80) end--;
    return buffer.subarray(0, end);
  } finally {
    await file.close();
  }
}

const readers: Partial<Record<Kind, Reader>> = {
  pdf: (path) => readPdf(path, mostCodePoints),
  docx: async (path) => ({ text: await readDocx(path, mostCodePoints) }),
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
