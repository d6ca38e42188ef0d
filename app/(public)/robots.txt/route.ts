import { publicAddress } from "#lib/publication/queries";

// Made from what is published now, never at build time.
export const dynamic = "force-dynamic";

/** Searches are without end; the desk and the ways into it are nobody's to find. */
export function GET(): Response {
  const lines = [
    "User-agent: *",
    ...["/search", "/desk", "/sign-in", "/setup", "/api/auth"].map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${publicAddress("/sitemap.xml")}`,
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
