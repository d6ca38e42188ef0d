import { open } from "node:fs/promises";
import ExifReader from "exifreader";

export interface Fact {
  name: string;
  value: string;
}

/** Metadata stands near the beginning of pictures; of more than this nothing is read. */
const mostBytes = 16 * 1024 * 1024;

/** EXIF, IPTC and XMP in the words of the desk; the first that is there speaks. */
const plain: [string, string[]][] = [
  ["camera maker", ["Make"]],
  ["camera", ["Model"]],
  ["lens", ["LensModel"]],
  ["taken at", ["DateTimeOriginal"]],
  ["time zone of the camera", ["OffsetTimeOriginal", "OffsetTime"]],
  ["changed at", ["DateTime", "ModifyDate"]],
  ["software", ["Software", "CreatorTool"]],
  ["title", ["Headline", "ObjectName", "title"]],
  ["description", ["ImageDescription", "Caption/Abstract", "description"]],
  ["by", ["Artist", "By-line", "creator"]],
  ["copyright", ["Copyright", "Copyright Notice", "rights"]],
  ["place", ["City"]],
  ["country", ["Country/Primary Location Name", "Country"]],
  ["serial number of the camera", ["BodySerialNumber"]],
];

/** What a picture says of itself, as far as a checker asks for it. Empty where it says nothing or cannot be read; never throws for that. */
export async function readExif(path: string): Promise<Fact[]> {
  const bytes = await firstBytes(path);
  let tags: ExifReader.ExpandedTags;
  try {
    tags = ExifReader.load(bytes, { expanded: true });
  } catch {
    return [];
  }
  const said = { ...tags.xmp, ...tags.iptc, ...tags.exif } as Record<string, { description?: unknown }>;
  const facts: Fact[] = [];
  for (const [name, keys] of plain) {
    const value = keys.map((key) => textOf(said[key]?.description)).find((text) => text !== "");
    if (value) facts.push({ name, value });
  }
  return [...facts, ...placeOf(tags.gps)];
}

function placeOf(gps: ExifReader.ExpandedTags["gps"]): Fact[] {
  const { Latitude: latitude, Longitude: longitude, Altitude: altitude } = gps ?? {};
  const isPlace = Number.isFinite(latitude) && Number.isFinite(longitude);
  const facts: Fact[] = [];
  if (isPlace)
    facts.push({ name: "GPS position", value: `${latitude?.toFixed(6)}, ${longitude?.toFixed(6)}` });
  if (Number.isFinite(altitude)) facts.push({ name: "GPS altitude", value: `${altitude?.toFixed(0)} m` });
  return facts;
}

const textOf = (value: unknown): string =>
  typeof value === "string" ? value.replaceAll(/\p{Cc}+/gu, " ").trim() : "";

async function firstBytes(path: string): Promise<ArrayBuffer> {
  const file = await open(path, "r");
  try {
    const length = Math.min((await file.stat()).size, mostBytes);
    const bytes = new Uint8Array(length);
    await file.read(bytes, 0, length, 0);
    return bytes.buffer;
  } finally {
    await file.close();
  }
}
