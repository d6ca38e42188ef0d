import { csv, type Detected, html, text } from "./kinds.ts";

/** Text that was decoded, and by which charset; `note` is for people where that was a guess. */
export interface Decoded {
  text: string;
  charset: string;
  note?: string;
}

const marks: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * Decodes text by its byte order mark, as UTF-8, as what its sender declared, and else as windows-1252, in this order: UTF-8
 * that happens to be valid is hardly ever anything else, and senders are often wrong.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  const mark = marks.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (mark) return { text: new TextDecoder(mark[1]).decode(bytes), charset: mark[1] };
  const utf8 = decoded(bytes, "utf-8", true);
  if (utf8 !== null) return { text: utf8, charset: "utf-8" };
  const said = declared ? decoded(bytes, declared, false) : null;
  if (said !== null) return { text: said, charset: (declared ?? "").toLowerCase() };
  return {
    text: new TextDecoder("windows-1252").decode(bytes),
    charset: "windows-1252",
    note: "It does not say how its letters are written and is no UTF-8: it was read as Western European (windows-1252).",
  };
}

function decoded(bytes: Uint8Array, charset: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return null; // not valid, or a charset that nobody knows
  }
}

/** Whether bytes of a file that begins with `head` can be text: no NUL but in UTF-16, and hardly any control characters. */
export function looksLikeText(bytes: Buffer, head: Buffer): boolean {
  if (marks.some(([start], index) => index > 0 && start.every((byte, at) => head[at] === byte))) return true;
  let odd = 0;
  for (const byte of bytes) {
    if (byte === 0) return false;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) odd++;
  }
  return odd * 1000 <= bytes.length;
}

/**
 * What kind of text it is, by its beginning. SVG and other XML are kept as text: as a picture they could run scripts, and what
 * somebody wants to show of one is a screenshot.
 */
export function classifyText(beginning: string): Detected {
  const start = beginning
    .replace(/^\uFEFF/, "")
    .replace(/^(?:\s+|<!--[^]*?-->|<\?xml[^>]*\?>)+/, "")
    .slice(0, 200);
  if (/^<(?:!doctype\s+html|html|head|body|script|title|meta|div|p|table|h1)\b/i.test(start)) return html;
  if (start.startsWith("<")) return text;
  return isTable(beginning) ? csv : text;
}

/** Whether the first lines all have the same number of fields, two at least; a comma that a blank follows is prose. */
function isTable(beginning: string): boolean {
  const lines = beginning.split(/\r?\n/).slice(0, 21);
  // The last line may be cut off.
  const whole = (lines.length > 2 ? lines.slice(0, -1) : lines).filter((line) => line !== "");
  if (whole.length < 2) return false;
  return [",", ";", "\t"].some((delimiter) => {
    const counts = whole.map((line) => fieldsIn(line, delimiter));
    return counts.every((count) => count === counts[0] && count > 1);
  });
}

function fieldsIn(line: string, delimiter: string): number {
  const bare = line.replaceAll(/"(?:[^"]|"")*"/g, "");
  if (delimiter === "," && /, /.test(bare)) return 1;
  return bare.split(delimiter).length;
}
