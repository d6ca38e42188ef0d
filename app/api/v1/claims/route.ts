import type { NextRequest } from "next/server";
import { listPublications } from "#lib/publication/queries";
import { apiHeaders, listedForApi, parseCursor } from "#lib/publication/rules";
import { listLimit } from "#lib/publication/schema";

export async function GET(request: NextRequest): Promise<Response> {
  const query = request.nextUrl.searchParams;
  const cursor = query.get("cursor");
  const place = cursor === null ? null : parseCursor(cursor);
  if (cursor !== null && place === null)
    return refuse("Send as cursor what the last answer gave as next, or leave it out.");
  const limit = listLimit.safeParse(query.get("limit") ?? "20");
  if (!limit.success) return refuse("Send as limit a number from 1 to 100, or leave it out.");
  const { items, next } = await listPublications(place, limit.data);
  return Response.json({ items: items.map(listedForApi), next }, { headers: apiHeaders });
}

const refuse = (error: string) => Response.json({ error }, { status: 400, headers: apiHeaders });
