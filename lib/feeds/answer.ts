import { apiHeaders } from "../publication/rules.ts";
import { toAtom, toJsonFeed } from "./rules.ts";
import type { Feed } from "./schema.ts";

/** The answer of a feed's address, whose last part says in which form; 404 where there is no such feed. */
export function answerFeed(feed: Feed | null, format: string): Response {
  if (feed && format === "feed.xml") return answerXml(toAtom(feed), "application/atom+xml");
  if (feed && format === "feed.json")
    return new Response(JSON.stringify(toJsonFeed(feed)), {
      headers: { ...apiHeaders, "Content-Type": "application/feed+json; charset=utf-8" },
    });
  return new Response(null, { status: 404 });
}

export const answerXml = (body: string, type = "application/xml"): Response =>
  new Response(body, { headers: { ...apiHeaders, "Content-Type": `${type}; charset=utf-8` } });
