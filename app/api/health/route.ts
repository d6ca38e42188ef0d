import { connection } from "next/server";
import { databaseAnswers } from "#lib/health";

/** For load balancers: 200 while the database answers, otherwise 503 and when to ask again. */
export async function GET(): Promise<Response> {
  await connection();
  const headers = { "Cache-Control": "no-store" };
  if (await databaseAnswers(1500)) return Response.json({ status: "ok" }, { headers });
  return Response.json(
    { status: "unavailable" },
    { status: 503, headers: { ...headers, "Retry-After": "5" } },
  );
}
