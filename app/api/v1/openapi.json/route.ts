import { connection } from "next/server";
import { openApi } from "#lib/publication/api";
import { publicAddress } from "#lib/publication/queries";
import { apiHeaders } from "#lib/publication/rules";

export async function GET(): Promise<Response> {
  await connection();
  return Response.json(openApi(publicAddress("/")), { headers: apiHeaders });
}
