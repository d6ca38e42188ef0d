import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Card } from "../publication/card.ts";
import { drawCard } from "./card.ts";
import { readFont } from "./font.ts";

// A thread of its own: drawing takes tens of milliseconds, in which readers' pages would wait.

const find = createRequire(import.meta.url).resolve;
const fontFiles = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) =>
  readFileSync(find(`dejavu-fonts-ttf/ttf/${name}`)),
);
const font = readFont(fontFiles[0] ?? Buffer.alloc(0));
await initWasm(readFileSync(find("@resvg/resvg-wasm/index_bg.wasm")));

parentPort?.on("message", ({ id, card }: { id: number; card: Card }) => {
  try {
    const drawing = new Resvg(drawCard(card, font), {
      font: { fontBuffers: fontFiles, loadSystemFonts: false, defaultFontFamily: "DejaVu Sans" },
    });
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    drawing.free();
    parentPort?.postMessage({ id, png });
  } catch (error) {
    parentPort?.postMessage({ id, problem: String(error) });
  }
});
