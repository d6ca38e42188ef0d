import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { joinStrips } from "./png.ts";
import { testFolder } from "./test-server.ts";

const [width, height, strip] = [97, 250, 25];

/** Pictures of all kinds of rows: even, slopes in both directions, and noise. */
function picture(channels: 3 | 4): Buffer {
  const bytes = Buffer.alloc(width * height * channels);
  for (let at = 0; at < bytes.length; at++) {
    const [x, y] = [Math.floor(at / channels) % width, Math.floor(at / channels / width)];
    const kind = Math.floor(y / strip) % 5;
    bytes[at] = [200, x * 2, y * 3, (x + y) * 2 + (at % 3), (at * 7919) % 251][kind] ?? 0;
    if (channels === 4 && at % 4 === 3) bytes[at] = 255 - (y % 2);
  }
  return bytes;
}

async function* stripsOf(whole: Buffer, channels: 3 | 4): AsyncGenerator<Buffer> {
  const each = width * strip * channels;
  for (let top = 0; top < whole.length; top += each)
    yield await sharp(whole.subarray(top, top + each), { raw: { width, height: strip, channels } })
      .png({ adaptiveFiltering: true })
      .toBuffer();
}

test.each([3, 4] as const)("strips become one picture, pixel for pixel (%i channels)", async (channels) => {
  const path = join(testFolder(), "whole.png");
  const whole = picture(channels);
  await joinStrips(stripsOf(whole, channels), height, path);
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([width, height, channels]);
  expect(data.equals(whole)).toBe(true);
});

/** A picture of one row that is written with this filter (PNG, section 9.2); above it everything is zero. */
async function filtered(row: Buffer, filter: number): Promise<Buffer> {
  const png = await sharp(row, { raw: { width, height: 1, channels: 3 } })
    .png()
    .toBuffer();
  const head = png.subarray(0, 33); // signature and header
  const left = (at: number) => row[at - 3] ?? 0;
  const less = row.map((byte, at) => byte - ([0, left(at), 0, left(at) >> 1, left(at)][filter] ?? 0));
  const packed = deflateSync(Buffer.from([filter, ...less]));
  const frame = Buffer.alloc(12);
  frame.writeUInt32BE(packed.length, 0);
  frame.write("IDAT", 4, "latin1");
  return Buffer.concat([head, frame.subarray(0, 8), packed, frame.subarray(8)]);
}

test.each([0, 1, 2, 3, 4])(
  "a strip whose first row is written with filter %i keeps its pixels",
  async (filter) => {
    const path = join(testFolder(), "whole.png");
    const whole = picture(3).subarray(width * strip * 12); // noise
    const strips = async function* (): AsyncGenerator<Buffer> {
      yield await sharp({ create: { width, height: 3, channels: 3, background: "#fff" } })
        .png()
        .toBuffer();
      yield await filtered(whole.subarray(0, width * 3), filter);
    };
    await joinStrips(strips(), 4, path);
    const { data } = await sharp(path).raw().toBuffer({ resolveWithObject: true });
    expect(data.subarray(width * 9)).toEqual(whole.subarray(0, width * 3));
  },
);

test("strips of different widths are refused", async () => {
  const strips = async function* (): AsyncGenerator<Buffer> {
    for (const wide of [10, 11])
      yield await sharp({ create: { width: wide, height: 2, channels: 3, background: "#000" } })
        .png()
        .toBuffer();
  };
  await expect(joinStrips(strips(), 4, join(testFolder(), "x.png"))).rejects.toThrow("not alike");
});
