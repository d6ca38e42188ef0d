import type { NextRequest } from "next/server";
import { answerProblem, problem } from "#lib/publication/problem";
import { apiHeaders, listedForApi, parseCursor } from "#lib/publication/rules";
import { listLimit } from "#lib/publication/schema";
import { listByFilters } from "#lib/search/queries";
import { readFilters } from "#lib/search/rules";

export async function GET(request: NextRequest): Promise<Response> {
  const query = request.nextUrl.searchParams;
  const cursor = query.get("cursor");
  const place = cursor === null ? null : parseCursor(cursor);
  if (cursor !== null && place === null)
    return refuse("cursor", "Send as cursor what the last answer gave as next, or leave it out.");
  const limit = listLimit.safeParse(query.get("limit") ?? "20");
  if (!limit.success) return refuse("limit", "Send as limit a number from 1 to 100, or leave it out.");
  const asked = readFilters(query);
  if ("refused" in asked) return refuse(asked.refused, asked.because);
  const listed = await listByFilters(asked.question, place, limit.data);
  if ("unknown" in listed)
    return refuse(listed.unknown, `No published fact-check ever had this ${listed.unknown}.`);
  const { items, next } = listed;
  return Response.json({ items: items.map(listedForApi), next }, { headers: apiHeaders });
}

const refuse = (parameter: string, detail: string) => answerProblem(problem(400, detail, parameter));
