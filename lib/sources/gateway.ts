import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { Member } from "../auth/schema.ts";
import { DomainError, fromDatabase } from "../errors.ts";
import { receive } from "../keeping/arrival.ts";
import { StoreProblem } from "../keeping/store.ts";
import { keepFile, maxFileBytes } from "../snapshots/gateway.ts";
import { addFile } from "./files.ts";
import { addFileFields } from "./schema.ts";

const answer = (status: number, body: { snapshotId: string } | { message: string }) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

const statuses: Record<string, number> = { forbidden: 403, not_found: 404, conflict: 409, invalid: 422 };

/**
 * Takes a file that a member sends as the body of a request (its name and key in the query), byte by byte to the disk,
 * and answers the id of the copy that it becomes. Every refusal is a sentence; nothing half is left behind.
 */
export async function takeFile(actor: Member, sourceId: string, request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const fields = addFileFields.safeParse({ sourceId, ...Object.fromEntries(searchParams) });
  if (!fields.success) return answer(422, { message: fields.error.issues[0]?.message ?? "Try again." });
  if (!request.body) return answer(422, { message: "The file is empty." });
  let path: string | undefined;
  try {
    const body = Readable.fromWeb(request.body as ReadableStream);
    const arrived = await receive(body, join(process.env.ASSAY_DATA ?? "", "arriving"), maxFileBytes);
    path = arrived.path;
    if (arrived.bytes === 0) return answer(422, { message: "The file is empty." });
    const sha256 = await keepFile(path, "application/octet-stream");
    return answer(201, await addFile(actor, { ...fields.data, sha256 }));
  } catch (error) {
    return refusal(error);
  } finally {
    if (path) await rm(path, { force: true });
  }
}

function refusal(error: unknown): Response {
  const known = fromDatabase(error);
  if (known instanceof DomainError) return answer(statuses[known.code] ?? 503, { message: known.message });
  if (known instanceof StoreProblem)
    return answer(known.kind === "too large" ? 413 : 503, { message: known.message });
  console.error(error);
  return answer(503, { message: "The file was not taken: something went wrong on the server. Try again." });
}
