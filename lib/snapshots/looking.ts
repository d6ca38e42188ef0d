import { createWriteStream } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { emptinessOf } from "../capture/emptiness.ts";
import { usualLimits } from "../capture/limits.ts";
import { captured, missing } from "../capture/part.ts";
import { readingRoom } from "../capture/reading.ts";
import { CaptureProblem } from "../capture/reasons.ts";
import { inspectUpload, type Inspection } from "../uploads/inspect.ts";
import { keepPart, nothing, type MadePart } from "./arrival.ts";
import { openFile } from "./gateway.ts";
import type { Finished, FinishedPart } from "./schema.ts";

type Looked = Exclude<Inspection, { refused: string }>;

/** Looks into a file that a member added and that is on its way in the store; one of a kind that is not taken is refused. */
export async function lookIntoUpload(sha256: string, folder: string, signal: AbortSignal): Promise<Finished> {
  const file = join(folder, "original");
  await pipeline(await openFile(sha256), createWriteStream(file, { mode: 0o600 }));
  const looked = await inspectUpload(file, { folder });
  if (looked.refused !== undefined) return nothing("failed", looked.refused);
  const original = await keepPart("original", { outcome: "captured", file, mediaType: looked.mediaType });
  const more = await partsOf(file, looked, folder, signal);
  return { ...nothing("captured", ""), reason: null, ...more, parts: [original, ...more.parts] };
}

/** The same for what a capture brought that is no page: a document, a picture, a recording. Its text is none where it is not taken. */
export async function lookFurther(
  kept: Finished,
  file: string,
  folder: string,
  signal: AbortSignal,
): Promise<Finished> {
  const looked = await inspectUpload(file, { folder });
  const others = kept.parts.filter(({ kind }) => kind !== "text");
  if (looked.refused !== undefined) {
    const text = await keepPart("text", { outcome: "skipped", reason: looked.refused });
    return { ...kept, parts: [...others, text] };
  }
  const more = await partsOf(file, looked, folder, signal);
  return { ...kept, ...more, parts: [...others, ...more.parts] };
}

/** The text, the picture to show and the facts of a file that is none of the pages that a capture reads itself. */
async function partsOf(
  file: string,
  looked: Looked,
  folder: string,
  signal: AbortSignal,
): Promise<Pick<Finished, "facts" | "pages" | "shownWidth" | "shownHeight"> & { parts: FinishedPart[] }> {
  const parts: FinishedPart[] = [await keepPart("text", await textOf(file, looked, folder, signal))];
  const { shown, notShown, facts } = looked;
  if (shown) parts.push(await keepPart("shown", { outcome: "captured", ...shown }));
  else if (notShown) parts.push(await keepPart("shown", { outcome: "failed", reason: notShown }));
  return {
    facts: facts.slice(0, 100).map(({ name, value }) => ({ name, value: value.slice(0, 1000) })),
    pages: looked.text?.outcome === "extracted" ? (looked.text.pages ?? []) : [],
    shownWidth: shown?.width ?? null,
    shownHeight: shown?.height ?? null,
    parts,
  };
}

async function textOf(
  file: string,
  { kind, text }: Looked,
  folder: string,
  signal: AbortSignal,
): Promise<MadePart> {
  if (kind === "html") return textOfPage(file, folder, signal);
  if (!text) return { outcome: "skipped", reason: "There is no text in a file of this kind." };
  if (text.outcome !== "extracted") return text;
  return {
    outcome: "captured",
    file: text.file,
    bytes: (await stat(text.file)).size,
    mediaType: "text/plain",
  };
}

async function textOfPage(file: string, folder: string, signal: AbortSignal): Promise<MadePart> {
  try {
    const task = { file, contentType: null, isHtml: true };
    const { text } = await readingRoom.read(task, usualLimits, signal);
    const emptiness = emptinessOf(text);
    if (emptiness) return missing(emptiness);
    const path = join(folder, "text.txt");
    await writeFile(path, text, { mode: 0o600 });
    return await captured(path, "text/plain");
  } catch (error) {
    if (error instanceof CaptureProblem) return missing(error);
    throw error;
  }
}
