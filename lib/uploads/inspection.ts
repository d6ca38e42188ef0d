import { Worker } from "node:worker_threads";
import { detect } from "./detection.ts";
import { type Fact, readExif } from "./exif.ts";
import { makeShownCopy, NotShown, type ShownCopy } from "./images.ts";
import { type Detected, Refusal } from "./kinds.ts";
import { extractText, type TextOutcome } from "./text.ts";

// A process of its own for each file: whatever a file does to a parser, it does it here, without rights, and ends with it.

export interface Task {
  path: string;
  folder: string;
  charset?: string | undefined;
}

/** Told as soon as it is known, so that what follows may fail or take too long. */
export type Told =
  | { refused: string }
  | { detected: Detected }
  | { text: TextOutcome }
  | { shown: ShownCopy }
  | { notShown: string }
  | { facts: Fact[] }
  | { done: true };

const tell = (told: Told) => process.send?.(told);

async function inspect({ path, folder, charset }: Task): Promise<void> {
  const detected = await detect(path);
  tell({ detected });
  if (detected.kind === "image") await inspectImage(path, folder, detected.mediaType);
  const found = await extractText(path, detected.kind, folder, charset);
  if (found) {
    tell({ facts: found.facts });
    tell({ text: found.text });
  }
}

async function inspectImage(path: string, folder: string, mediaType: string): Promise<void> {
  const facts = await readExif(path);
  tell({ facts });
  try {
    if (mediaType === "image/heic")
      throw new NotShown("HEIC pictures cannot be shown here: download the original.");
    const { original, frames, ...shown } = await makeShownCopy(path, folder);
    const seen = [{ name: "dimensions", value: `${original[0]} × ${original[1]} pixels` }];
    if (frames > 1) seen.push({ name: "pictures in it", value: `${frames}; the first is shown` });
    tell({ facts: [...seen, ...facts] });
    tell({ shown });
  } catch (error) {
    if (!(error instanceof NotShown)) throw error;
    tell({ notShown: error.message });
  }
}

new Worker(new URL("./guard-thread.ts", import.meta.url), {
  execArgv: ["--disable-warning=ExperimentalWarning"],
}).unref();

process.once("message", (task: Task) => {
  inspect(task)
    .catch((error: unknown) => {
      if (error instanceof Refusal) tell({ refused: error.message });
      else throw error;
    })
    .then(
      () => process.send?.({ done: true } satisfies Told, () => process.disconnect()),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
});
