import { connection } from "next/server";
import { download, downloadHead } from "#lib/publication/download";

export async function GET(): Promise<Response> {
  await connection();
  return download("jsonl");
}

export function HEAD(): Response {
  return downloadHead("jsonl");
}
