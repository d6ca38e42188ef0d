import { join } from "node:path";
import sharp from "sharp";
import { Refusal } from "./kinds.ts";

/** A copy of a picture for showing: WebP, upright, at most 2,400 pixels a side, without anything that its original says of itself. */
export interface ShownCopy {
  file: string;
  mediaType: "image/webp";
  width: number;
  height: number;
}

/** Pictures that are decoded in strips may be large; the other kinds are held whole, four bytes a pixel. */
const mostPixels = 100_000_000;
const mostPixelsWhole = 25_000_000;
/** More than twice as many as any camera has. A scan or a satellite's picture may have so many, and is kept without a copy. */
const flood = 500_000_000;
const longestSide = 2400;

/** What EXIF's orientation asks for: turn by so many degrees, after mirroring left and right (CIPA DC-008, 4.6.5). */
const orientations: Record<number, [number, boolean]> = {
  2: [0, true],
  3: [180, false],
  4: [180, true],
  5: [270, true],
  6: [90, false],
  7: [90, true],
  8: [270, false],
};

/** Why there is no copy to show, as a sentence. The original is kept all the same. */
export class NotShown extends Error {}

/** Makes the copy in the folder; NotShown where the picture is too large to be decoded safely, damaged, or of a kind that cannot be; a Refusal where it claims a size that only a trap has. */
export async function makeShownCopy(
  path: string,
  folder: string,
): Promise<ShownCopy & { original: [number, number]; frames: number }> {
  sharp.concurrency(1);
  sharp.cache(false);
  const head = await sharp(path, { limitInputPixels: false, sequentialRead: true })
    .metadata()
    .catch(() => {
      throw new NotShown("The picture is damaged, or of a kind that cannot be shown here.");
    });
  const { width, height, orientation = 1, format, pages: frames = 1 } = head;
  const isStriped = ["png", "jpeg", "tiff"].includes(format) && !head.isProgressive;
  const size = `${width.toLocaleString("en-GB")} × ${height.toLocaleString("en-GB")} pixels`;
  if (width * height > flood)
    throw new Refusal(`The picture claims to have ${size}. No camera takes such a picture.`);
  if (width * height > (isStriped ? mostPixels : mostPixelsWhole))
    throw new NotShown(`The picture has ${size}, too many to be shown.`);
  const file = join(folder, "shown.webp");
  const [degrees, isMirrored] = orientations[orientation] ?? [0, false];
  try {
    // Made small first, in one pass from top to bottom: turning needs a picture whole.
    const small = await sharp(path, { limitInputPixels: mostPixels, sequentialRead: true, failOn: "error" })
      .resize(longestSide, longestSide, { fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { width: small.info.width, height: small.info.height, channels: small.info.channels };
    const copy = await sharp(small.data, { raw })
      .flop(isMirrored)
      .rotate(degrees)
      .webp({ quality: 82, effort: 2 })
      .toFile(file);
    return {
      file,
      mediaType: "image/webp",
      width: copy.width,
      height: copy.height,
      original: [width, height],
      frames,
    };
  } catch {
    throw new NotShown("The picture is damaged or cut off: it cannot be shown.");
  }
}
