import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";
import sniff from "html-encoding-sniffer";

/**
 * The text of bytes as a browser reads them (https://html.spec.whatwg.org/#determining-the-character-encoding): byte order mark,
 * `charset` of the header, `<meta>`. Two lies are seen through: bytes that are UTF-8 from end to end are UTF-8 whatever is said
 * of them, and bytes that are said to be UTF-8 and mostly are not are read as what they look like.
 */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const said = declared(bytes, /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? "")?.[1]);
  if (said?.startsWith("UTF-16")) return decodeAs(said, bytes);
  if (isUtf8(bytes) && (said !== "ISO-2022-JP" || !bytes.includes(0x1b))) return decodeAs("UTF-8", bytes);
  if (said !== null && (said !== "UTF-8" || isMostlyUtf8(bytes))) return decodeAs(said, bytes);
  return decodeAs(guess(bytes), bytes);
}

/** The encoding that the page declares, as a name of the Encoding standard; null if it declares none. */
function declared(bytes: Uint8Array, label: string | undefined): string | null {
  const options = { maxPrescanBytes: 8192, ...(label ? { transportLayerEncodingLabel: label } : {}) };
  const first = sniff(bytes, { ...options, defaultEncoding: "windows-1252" });
  return first === sniff(bytes, { ...options, defaultEncoding: "UTF-8" }) ? first : null;
}

/** Whether at most a fifth of what is not ASCII is broken, as where one comment among many was pasted in another encoding. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const others = decodeAs("UTF-8", bytes).match(/[^\0-\x7f]/gu) ?? [];
  return others.filter((character) => character === "\ufffd").length * 5 <= others.length;
}

function guess(bytes: Uint8Array): string {
  const best = analyse(bytes.subarray(0, 65_536)).find(({ name }) => canDecode(name) && name !== "UTF-8");
  return best?.name ?? "windows-1252";
}

function canDecode(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false;
  }
}

function decodeAs(name: string, bytes: Uint8Array): string {
  return new TextDecoder(canDecode(name) ? name : "windows-1252").decode(bytes);
}
