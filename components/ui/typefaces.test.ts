import { globSync, readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";

// A computer without any typeface of its own shows what ours have, and a box for everything else.

const styles = readFileSync("components/ui/fonts.css", "utf8");

/** What the pages themselves say: without their comments, which nobody is shown, and without tests. */
const said = globSync("{app,components}/**/*.{ts,tsx,css}")
  .filter((file) => !file.includes(".test."))
  .concat("server.ts", "lib/serving/pages.ts")
  .map((file) => ({ file, text: withoutComments(readFileSync(file, "utf8")) }));

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/(?<!:)\/\/.*/g, "");
}

test.each(["Inter Variable", "Source Serif 4 Variable"])("every sign of the pages is in %s", (family) => {
  const has = new Set<number>();
  for (const [face = ""] of styles.matchAll(/@font-face \{.*?\}/gs)) {
    const file = /url\("\.\.\/\.\.\/(.*?)"\)/.exec(face)?.[1];
    if (!file || !face.includes(`"${family}"`) || face.includes("italic")) continue;
    const ranges = [...face.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)].map(
      ([, first = "", last]) => [parseInt(first, 16), parseInt(last ?? first, 16)] as const,
    );
    for (const code of codesOf(file))
      if (ranges.some(([first, last]) => first <= code && code <= last)) has.add(code);
  }
  expect(has.has("…".codePointAt(0) ?? 0)).toBe(true);
  const missing = said.flatMap(({ file, text }) =>
    [...new Set(text)]
      .filter((sign) => sign > "~" && !has.has(sign.codePointAt(0) ?? 0))
      .map((sign) => `${sign} in ${file}`),
  );
  expect(missing).toEqual([]);
});

/** The code points that a WOFF2 file has a glyph for: its table cmap comes first in the one Brotli stream or after others. */
function codesOf(path: string): number[] {
  const file = readFileSync(path);
  let at = 48;
  const length = () => {
    for (let value = 0; ;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let [offset, cmap] = [0, -1];
  for (let left = file.readUInt16BE(12); left > 0; left--) {
    const flags = file.readUInt8(at++);
    const [tag, version] = [flags & 63, flags >> 6];
    if (tag === 63) at += 4;
    const original = length();
    // glyf and loca are transformed unless their version is 3, all other tables unless it is 0.
    const transformed = tag === 10 || tag === 11 ? version !== 3 : version !== 0;
    if (tag === 0) cmap = offset;
    offset += transformed ? length() : original;
  }
  const table = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20))).subarray(cmap);
  const codes: number[] = [];
  for (let subtable = 0; subtable < table.readUInt16BE(2); subtable++) {
    const start = table.readUInt32BE(8 + subtable * 8);
    const format = table.readUInt16BE(start);
    if (format !== 4) continue; // whatever these pages say is in the first plane
    const segments = table.readUInt16BE(start + 6) / 2;
    for (let segment = 0; segment < segments; segment++) {
      const last = table.readUInt16BE(start + 14 + segment * 2);
      const first = table.readUInt16BE(start + 16 + segments * 2 + segment * 2);
      for (let code = first; code <= last && code < 0xffff; code++) codes.push(code);
    }
  }
  return codes;
}
