import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";

const htmlBegins = /^\s*<(!doctype html|html|head|body|title|meta|script|p|div|h1|table)\b/i;
const comments = /<!--.*?-->/gs;

/**
 * What a file is by its own bytes, as a media type without parameters. What a server says decides only between kinds of
 * text, which have no bytes of their own; a picture that is called a page is a picture.
 */
export async function mediaTypeOf(file: string, contentType: string | null): Promise<string> {
  const said = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  const found = await fileTypeFromFile(file).catch(() => undefined);
  if (found && found.mime !== "application/xml") return found.mime;
  const begin = await beginOf(file);
  if (said === "text/html" || said === "application/xhtml+xml") return said;
  // A byte order mark of UTF-16 explains its NULs; nothing else does in a text.
  if (begin.includes(0) && !/^(\xff\xfe|\xfe\xff)/.test(begin.toString("latin1", 0, 2)))
    return "application/octet-stream";
  if (
    said !== "text/plain" &&
    htmlBegins.test(
      begin
        .toString("latin1")
        .replace(/^\xef\xbb\xbf/, "")
        .replace(comments, ""),
    )
  )
    return "text/html";
  if (/^(text\/|application\/([a-z0-9.+-]*\+)?(json|xml)$)/.test(said)) return said;
  return found?.mime ?? "text/plain";
}

export const isPage = (mediaType: string) =>
  mediaType === "text/html" || mediaType === "application/xhtml+xml";

async function beginOf(file: string): Promise<Buffer> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
  return buffer.subarray(0, bytesRead);
}
