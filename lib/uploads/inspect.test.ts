import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { inspectUpload, type Limits, rightsOf } from "./inspect.ts";
import { line, makeArchive, makePdf, makePng } from "./test-archive.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-inspect-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function inspect(name: string, bytes: Buffer | string, limits?: Limits) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return inspectUpload(path, { folder, ...(limits && { limits }) });
}

test("a PDF, a picture and a refused file each come with what there is to know, one after another", async () => {
  const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: "teal" } })
    .withExif({ IFD0: { Make: "Acme" } })
    .jpeg()
    .toBuffer();
  const [pdf, image, program, flood] = await Promise.all([
    inspect("a.jpg", makePdf([line("Twelve killed")])),
    inspect("b.pdf", photo),
    inspect("c.txt", "MZ\x90"),
    inspect("d.png", makePng(50_000, 50_000)),
  ]);
  expect(pdf).toMatchObject({
    kind: "pdf",
    mediaType: "application/pdf",
    text: { outcome: "extracted", characters: 13, pages: [{ page: 1, start: 0 }] },
    facts: [{ name: "pages", value: "1" }],
  });
  expect(image).toEqual({
    bytes: photo.length,
    kind: "image",
    mediaType: "image/jpeg",
    extension: ".jpg",
    facts: [
      { name: "dimensions", value: "30 × 20 pixels" },
      { name: "camera maker", value: "Acme" },
    ],
    shown: { file: join(folder, "shown.webp"), mediaType: "image/webp", width: 30, height: 20 },
  });
  expect(readFileSync(join(folder, "shown.webp")).subarray(8, 12).toString()).toBe("WEBP");
  expect(program).toEqual({
    bytes: 4,
    facts: [],
    refused: "This is a Windows program, which the desk never keeps.",
  });
  expect(flood.refused).toContain("claims to have 50,000 × 50,000 pixels");
});

test("of an animation the first picture is shown, and of HEIC none; a guess at letters is said", async () => {
  const frames = sharp(randomBytes(20 * 40 * 3), {
    raw: { width: 20, height: 40, channels: 3, pageHeight: 20 },
  });
  expect(await inspect("moving", await frames.gif().toBuffer())).toMatchObject({
    facts: [
      { name: "dimensions", value: "20 × 20 pixels" },
      { name: "pictures in it", value: "2; the first is shown" },
    ],
    shown: { width: 20, height: 20 },
  });
  const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08free", "latin1");
  expect(await inspect("phone", heic)).toMatchObject({
    mediaType: "image/heic",
    notShown: "HEIC pictures cannot be shown here: download the original.",
  });
  expect(await inspect("old", Buffer.from("Gr\xfc\xdfe", "latin1"))).toMatchObject({
    facts: [{ name: "its text", value: expect.stringContaining("windows-1252") as string }],
  });
});

test("what a file says of itself, and why one is refused, can be kept: no NUL, no half of a letter, no endless one", async () => {
  const description = `${"a".repeat(499)}@@@@${"b".repeat(5000)}`;
  const photo = sharp({ create: { width: 3, height: 2, channels: 3, background: "teal" } });
  // What writes the photo knows ASCII alone; U+1F6B2 is four bytes as well.
  const plain = await photo
    .withExif({ IFD0: { ImageDescription: description } })
    .jpeg()
    .toBuffer();
  const bicycle = Buffer.from("\u{1f6b2}").toString("latin1");
  const inspected = await Promise.all([
    inspect(
      "said.pdf",
      makePdf([line("Twelve")], "/Title(\\376\\377\\000A\\000\\000\\330\\075\\000B)/Author(A\\000B)"),
    ),
    inspect("said.jpg", Buffer.from(plain.toString("latin1").replace("@@@@", bicycle), "latin1")),
    inspect("said.zip", makeArchive([{ name: "a\0b" }, { name: "a\0b" }])),
  ]);
  const [pdf, image, archive] = inspected;
  expect(pdf.facts.map(({ name }) => name)).toEqual(["pages", "title", "author"]);
  expect(image.facts.find(({ name }) => name === "description")?.value).toBe(`${"a".repeat(499)}\u{1f6b2}`);
  expect(archive.refused).toContain("twice");
  const words = inspected.flatMap(({ refused = "", facts }) => [refused, ...facts.map(({ value }) => value)]);
  expect(words.filter((word) => word.includes("\0") || !word.isWellFormed())).toEqual([]);
});

test("a file that makes its reader swell or dawdle ends that reader alone, and is kept as what it is", async () => {
  const before = process.memoryUsage.rss();
  const swelling = { ms: 20_000, memory: 160 * 1024 * 1024 };
  expect(await inspect("bomb.pdf", bomb(), swelling)).toMatchObject({
    kind: "pdf",
    text: { outcome: "failed", reason: "It takes too much memory to read." },
  });
  expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  expect(await inspect("slow.pdf", bomb(), { ms: 1, memory: Infinity })).toMatchObject({
    refused: "It takes too long to read.",
  });
});

test("what reads a file can read no other, write nowhere else, and start nothing", () => {
  const path = join(folder, "a.jpg");
  const run = (code: string) =>
    spawnSync(process.execPath, [...rightsOf({ path, folder: join(folder, "out") }), "-e", code], {
      encoding: "utf8",
    });
  expect(run(`fs.readFileSync(${JSON.stringify(path)})`).status).toBe(0);
  for (const code of [
    `fs.readFileSync(${JSON.stringify(join(folder, "b.pdf"))})`,
    `fs.readFileSync("README.md")`,
    `fs.writeFileSync(${JSON.stringify(path)}, "")`,
    `child_process.execFileSync("true")`,
  ])
    expect(run(code).stderr, code).toContain("ERR_ACCESS_DENIED");
});

/** 80 MB of nothing in a stream of 80 kB: the reader of PDFs unpacks a stream whole. */
function bomb(): Buffer {
  const packed = deflateSync(Buffer.alloc(80 * 1024 * 1024, " ")).toString("latin1");
  const stream = `<</Length ${packed.length}/Filter/FlateDecode>>stream\n${packed}`;
  return Buffer.from(
    makePdf(["@"])
      .toString("latin1")
      .replace("<</Length 1>>stream\n@", () => stream),
    "latin1",
  );
}
