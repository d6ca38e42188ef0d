import { connection } from "next/server";
import { download } from "#lib/publication/download";

export async function GET(): Promise<Response> {
  await connection();
  return download("csv");
}
