import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { detect } from "./detection.ts";
import { line, makeArchive, makeDocx, makePdf } from "./test-archive.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-detection-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const picture = (format: "png" | "jpeg" | "webp" | "gif" | "avif" | "tiff") =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: "teal" } })
    .toFormat(format)
    .toBuffer();

function told(bytes: Buffer | string, name = "photo.jpg"): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return detect(path).then(
    ({ kind, mediaType, extension }) => `${kind} ${mediaType} ${extension}`,
    (error: Error) => error.message,
  );
}

let gif: Buffer;
let png: Buffer;
beforeAll(async () => {
  [gif, png] = [await picture("gif"), await picture("png")];
});

test("pictures are told by their bytes, whatever they are called", async () => {
  const kinds = {
    png: ".png",
    jpeg: ".jpg",
    webp: ".webp",
    gif: ".gif",
    avif: ".avif",
    tiff: ".tif",
  } as const;
  for (const format of Object.keys(kinds) as (keyof typeof kinds)[])
    expect(await told(await picture(format), "table.csv")).toBe(`image image/${format} ${kinds[format]}`);
});

test.each<[string, () => Buffer | string]>([
  ["pdf application/pdf .pdf", () => makePdf([line("Words")])],
  ["html text/html .html", () => "\uFEFF<!-- kept --> \n<!DOCTYPE html><title>Page</title>"],
  ["html text/html .html", () => "<script>alert(1)</script>"],
  ["csv text/csv .csv", () => 'place;killed\n"Aba; old";12\nBela;3\n'],
  ["csv text/csv .csv", () => "place,killed\nAba,12"],
  ["text text/plain .txt", () => "Dear editor, please look.\nIt is wrong, they say."],
  ["text text/plain .txt", () => Buffer.from("\uFEFFЗдравствуйте", "utf16le")],
  ["text text/plain .txt", () => Buffer.from("Gr\xfc\xdfe aus K\xf6ln", "latin1")],
  [
    "text text/plain .txt",
    () => '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
  ],
  ["warc application/warc .warc", () => "WARC/1.1\r\nWARC-Type: warcinfo\r\n\r\n"],
  ["warc application/warc .warc.gz", () => gzipSync("WARC/1.1\r\nWARC-Type: warcinfo\r\n\r\n")],
  ["audio audio/flac .flac", () => Buffer.concat([Buffer.from("fLaC\0\0\0\x22"), Buffer.alloc(64)])],
  ["audio audio/wav .wav", () => Buffer.from("RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0", "latin1")],
  ["video video/mp4 .mp4", () => Buffer.from("\0\0\0\x18ftypisom\0\0\x02\0isomiso2\0\0\0\x08free", "latin1")],
  [
    "docx application/vnd.openxmlformats-officedocument.wordprocessingml.document .docx",
    () => makeDocx("<w:p/>"),
  ],
  [
    "wacz application/wacz .wacz",
    () =>
      makeArchive([
        { name: "datapackage.json", data: "{}" },
        { name: "archive/data.warc.gz", data: gzipSync("WARC/1.1") },
      ]),
  ],
])("told by content: %s", async (expected, make) => {
  expect(await told(make())).toBe(expected);
});

test.each<[string, () => Buffer | string]>([
  ["The file is empty.", () => ""],
  ["a Windows program", () => Buffer.from("MZ\x90\0\x03", "latin1")],
  ["a Linux program", () => Buffer.from("\x7fELF\x02\x01\x01", "latin1")],
  ["a script", () => "#!/bin/sh\nrm -rf /\n"],
  ["an archive (7-Zip)", () => Buffer.from("377abcaf271c0004", "hex")],
  ["password-protected Office document", () => Buffer.from("d0cf11e0a1b11ae1000000", "hex")],
  ["takes only WARC so", () => gzipSync("a,b\n1,2\n")],
  ["takes only DOCX and WACZ", () => makeArchive([{ name: "photo.jpg", data: "x" }])],
  ["carries a program (macros)", () => makeDocx("", [{ name: "word/vbaProject.bin", data: "x" }])],
  ["cannot tell what this is", () => Buffer.from([1, 2, 3, 0, 200, 201, 0, 7])],
  ["This is PSD, which the desk does not take", () => Buffer.from("8BPS\0\x01\0\0\0\0\0\0\0\x03", "latin1")],
  ["before the beginning of this PDF", () => Buffer.concat([Buffer.from("\0\0junk"), makePdf([line("x")])])],
  [
    "a PDF to one program and a web page to another",
    () => `%PDF-1.4\n%<html><script>alert(1)</script>\n1 0 obj`,
  ],
  [
    "a GIF to one program and a web page",
    () => Buffer.concat([gif.subarray(0, 13), Buffer.from("<script>x</script>"), gif]),
  ],
  [
    "a GIF to one program and a script",
    () => Buffer.concat([Buffer.from("GIF89a/*"), gif.subarray(8), Buffer.from("*/=1;alert(1)")]),
  ],
  ["a PNG with an archive behind it", () => Buffer.concat([png, makeArchive([{ name: "a", data: "b" }])])],
  ["a PDF with an archive behind it", () => Buffer.concat([makePdf([line("x")]), makeDocx("")])],
  ["archive with something before it", () => Buffer.concat([Buffer.from("\0\0stub"), makeDocx("")])],
])("refused: %s", async (sentence, make) => {
  expect(await told(make())).toContain(sentence);
});

test.each<[string, () => Buffer]>([
  ["100,000 entries; 10,000 are the limit", () => manyEntries(100_000)],
  ["encrypted", () => makeDocx("", [{ name: "a", isEncrypted: true }])],
  [
    "holds more than 200 MB",
    () =>
      makeDocx(
        "",
        Array.from({ length: 21 }, (_, n) => ({ name: `${n}`, data: zeros, claimed: 10_000_000 })),
      ),
  ],
  ["unpacks to 200 times its size", () => makeDocx("", [{ name: "a", data: zeros, claimed: 20_000_000 }])],
  ["lie over one another", () => makeDocx("", [{ name: "a", isOverFirst: true }])],
  ["points outside of it", () => makeDocx("", [{ name: "../../etc/passwd", data: "x" }])],
  ["points outside of it", () => makeDocx("", [{ name: "/etc/passwd", data: "x" }])],
  ["points outside of it", () => makeDocx("", [{ name: "a", data: "/etc/passwd", mode: 0o120777 }])],
  ['has "a" twice', () => makeDocx("", [{ name: "a" }, { name: "a" }])],
  ["damaged or cut off", () => makeDocx("<w:p/>").subarray(0, -30)],
  ["damaged or cut off", () => gzipSync("WARC/1.1\r\n".repeat(1000)).subarray(0, 60)],
])("an archive is refused: %s", async (sentence, make) => {
  expect(await told(make())).toContain(sentence);
});

const zeros = Buffer.alloc(50_000);

/** The end record of such an archive is all that may be read of it. */
function manyEntries(count: number): Buffer {
  const end = makeArchive([]);
  const large = Buffer.alloc(76);
  large.write("PK\x06\x06", 0, "latin1"); // the ZIP64 end record: 44 bytes follow
  large.writeUInt32LE(44, 4);
  large.writeUInt32LE(count, 24);
  large.writeUInt32LE(count, 32);
  large.write("PK\x06\x07", 56, "latin1"); // where it is
  large.writeUInt32LE(4, 64);
  large.writeUInt32LE(1, 72);
  end.writeUInt16LE(0xffff, 8);
  end.writeUInt16LE(0xffff, 10);
  end.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), large, end]);
}
