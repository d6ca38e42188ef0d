import { StoreProblem } from "../keeping/store.ts";
import { readText } from "./gateway.ts";
import type { SnapshotView } from "./queries.ts";

/** The text of a copy, or why there is none, in a sentence for people. */
export type CopyText = { text: string; sha256: string } | { why: string };

/** Reads the text of a copy from the store; one that was altered there is never shown, and said to be so. */
export async function readCopyText({ parts, reason }: SnapshotView): Promise<CopyText> {
  const part = parts.find(({ kind }) => kind === "text");
  if (!part?.sha256) return { why: part?.reason ?? reason ?? "There is no text in this copy." };
  try {
    return { text: await readText(part.sha256), sha256: part.sha256 };
  } catch (error) {
    if (!(error instanceof StoreProblem)) throw error;
    return { why: error.message };
  }
}
