import { Readable } from "node:stream";
import type { Member } from "../auth/schema.ts";
import { DomainError } from "../errors.ts";
import { StoreProblem } from "../keeping/store.ts";
import { isId } from "../word-search.ts";
import { openFile } from "./gateway.ts";
import { getSnapshot, type PartView, type SnapshotView } from "./queries.ts";
import { isShownSafely } from "./rules.ts";
import { partKind } from "./schema.ts";

/** Nothing that comes from outside runs on this origin, whatever a browser takes it for. */
const harmless = {
  "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "private, no-store",
};

const refusal = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, {
    status,
    headers: { ...harmless, "Content-Type": "text/plain; charset=utf-8" },
  });

/**
 * A part of a copy as the answer to a request. Pictures, sound and film are shown; everything else, such as HTML, SVG and
 * PDF, is a download of unknown type. One `Range` is honoured, so that one can move about in a recording.
 */
export async function answerFile(
  actor: Member,
  id: string,
  kind: string,
  range: string | null,
): Promise<Response> {
  const wanted = partKind.safeParse(kind);
  if (!wanted.success || !isId(id)) return refusal(404, "There is no such file.");
  const copy = await getSnapshot(actor, id).catch((error: unknown) => {
    if (error instanceof DomainError) return null;
    throw error; // that the database is away is no reason to say that there is no file
  });
  const part = copy?.parts.find((candidate) => candidate.kind === wanted.data);
  if (!copy || !part?.sha256 || part.bytes === null) return refusal(404, "There is no such file.");
  const stretch = range === null ? null : stretchOf(range, part.bytes);
  if (stretch === "beyond") return refusal(416, "The file is shorter than that.");
  try {
    const stream = await openFile(part.sha256, stretch ?? undefined);
    const length = stretch ? stretch.end - stretch.start + 1 : part.bytes;
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      status: stretch ? 206 : 200,
      headers: {
        ...harmless,
        ...described(copy, part),
        "Accept-Ranges": "bytes",
        "Content-Length": String(length),
        ...(stretch && { "Content-Range": `bytes ${stretch.start}-${stretch.end}/${part.bytes}` }),
      },
    });
  } catch (error) {
    if (error instanceof StoreProblem) return refusal(503, error.message);
    throw error;
  }
}

function described(copy: SnapshotView, { kind, mediaType }: PartView): Record<string, string> {
  const isShown = mediaType !== null && isShownSafely(mediaType) && kind !== "exchange";
  if (isShown) return { "Content-Type": mediaType, "Content-Disposition": "inline" };
  return {
    "Content-Type": "application/octet-stream",
    "Content-Disposition": `attachment; filename="copy-${copy.id}-${kind}${endings[mediaType ?? ""] ?? ""}"`,
  };
}

const endings: Record<string, string> = {
  "application/warc": ".warc.gz",
  "application/pdf": ".pdf",
  "text/html": ".html.txt",
  "text/plain": ".txt",
  "text/csv": ".csv",
};

/** One stretch of `bytes=a-b`, `bytes=a-` or `bytes=-n`; null for what is no such range, and then the whole is answered (RFC 9110). */
function stretchOf(range: string, bytes: number): { start: number; end: number } | "beyond" | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range);
  if (!match || (match[1] === "" && match[2] === "")) return null;
  const [from, to] = [match[1], match[2]];
  const start = from === "" ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === "" || to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (start >= bytes || start > end) return "beyond";
  return { start, end };
}
