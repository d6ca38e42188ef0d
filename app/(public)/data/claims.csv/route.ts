import { connection } from "next/server";
import { download, downloadHead } from "#lib/publication/download";

export async function GET(): Promise<Response> {
  await connection();
  return download("csv");
}

export function HEAD(): Response {
  return downloadHead("csv");
}
