import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { readExif } from "./exif.ts";
import { makeShownCopy } from "./images.ts";
import { makePng } from "./test-archive.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-images-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function save(bytes: Buffer): string {
  const path = join(folder, "original");
  writeFileSync(path, bytes);
  return path;
}

const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

const exif = {
  IFD0: {
    Make: "Acme",
    Model: "One",
    Software: "Editor 2",
    DateTime: "2026:11:02 08:00:00",
    Artist: "A. Person",
  },
  IFD2: { DateTimeOriginal: "2026:11:01 10:20:30", OffsetTimeOriginal: "+02:00" },
  IFD3: {
    GPSLatitudeRef: "S",
    GPSLatitude: "33/1 51/1 0/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "151/1 12/1 36/1",
  },
};

test("what a photograph says of itself is listed in words, and nothing of it is in the copy that is shown", async () => {
  const original = save(await blank(400, 200).withExif(exif).jpeg().toBuffer());
  const before = hashOf(original);
  expect(await readExif(original)).toEqual([
    { name: "camera maker", value: "Acme" },
    { name: "camera", value: "One" },
    { name: "taken at", value: "2026:11:01 10:20:30" },
    { name: "time zone of the camera", value: "+02:00" },
    { name: "changed at", value: "2026:11:02 08:00:00" },
    { name: "software", value: "Editor 2" },
    { name: "by", value: "A. Person" },
    { name: "GPS position", value: "-33.850000, 151.210000" },
  ]);
  const shown = await makeShownCopy(original, folder);
  const metadata = await sharp(shown.file).metadata();
  expect([metadata.format, metadata.exif, metadata.xmp, metadata.icc]).toEqual([
    "webp",
    undefined,
    undefined,
    undefined,
  ]);
  expect(readFileSync(shown.file).includes("Acme")).toBe(false);
  expect(hashOf(original), "the original is left as it is").toBe(before);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])("orientation %i is applied to the copy", async (orientation) => {
  // Red stands on the left half, as the camera saw it before it was turned.
  const half = await blank(40, 40, "red").png().toBuffer();
  const bytes = await blank(80, 40, "blue")
    .composite([{ input: half, left: 0, top: 0 }])
    .withMetadata({ orientation })
    .png()
    .toBuffer();
  const { file, width, height } = await makeShownCopy(save(bytes), folder);
  const expected = await sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true });
  expect([width, height]).toEqual([expected.info.width, expected.info.height]);
  const actual = await sharp(file).raw().toBuffer();
  const isRed = (data: Buffer, channels: number, x: number, y: number) =>
    (data[(y * width + x) * channels] ?? 0) > 128;
  for (const [x, y] of [
    [3, 3],
    [width - 4, 3],
    [3, height - 4],
    [width - 4, height - 4],
  ] as const)
    expect(isRed(actual, 3, x, y)).toBe(isRed(expected.data, expected.info.channels, x, y));
});

test("a large picture is shown small, a small one as it is", async () => {
  const large = await makeShownCopy(save(await blank(5000, 1000).jpeg().toBuffer()), folder);
  expect([large.width, large.height, large.original]).toEqual([2400, 480, [5000, 1000]]);
  const small = await makeShownCopy(save(await blank(10, 20).avif().toBuffer()), folder);
  expect([small.width, small.height]).toEqual([10, 20]);
});

test.each([
  ["11,000 × 11,000 pixels, too many", () => Promise.resolve(makePng(11_000, 11_000))],
  ["too many to be shown", () => blankWebp(5500, 5500)],
  ["damaged or cut off", () => Promise.resolve(makePng(300, 300))],
  ["damaged, or of a kind that cannot be shown", () => Promise.resolve(Buffer.from("GIF89a=alert(1)"))],
])("there is no copy, and a reason, and the original stays: %s", async (reason, make) => {
  await expect(makeShownCopy(save(await make()), folder)).rejects.toThrow(reason);
});

test("a flood of pixels is refused before anything is decoded", async () => {
  const path = save(makePng(50_000, 50_000));
  await expect(makeShownCopy(path, folder)).rejects.toThrow("claims to have 50,000 × 50,000 pixels");
});

test("pictures that say nothing, or nonsense, have no facts", async () => {
  expect(await readExif(save(await blank(5, 5).png().toBuffer()))).toEqual([]);
  expect(await readExif(save(Buffer.from("\xff\xd8\xff\xe1\xff\xffExif\0\0nonsense", "latin1")))).toEqual([]);
});

function blank(width: number, height: number, background = "teal") {
  return sharp({ create: { width, height, channels: 3, background } });
}

const blankWebp = (width: number, height: number) =>
  blank(width, height).webp({ effort: 0, lossless: true }).toBuffer();
