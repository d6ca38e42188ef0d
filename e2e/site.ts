import { createServer, type Server } from "node:http";
import { demo } from "./demos.ts";

/** A site on this machine from which the desk captures, with pages that a test writes, changes and takes down. */
export interface Site {
  url: string;
  pages: Map<string, string>;
  close: () => Promise<void>;
}

/** Opens the site of this worker's demo; a path without a page answers 404. */
export async function openSite(): Promise<Site> {
  const pages = new Map<string, string>();
  const server: Server = createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    response.writeHead(page === undefined ? 404 : 200, { "Content-Type": "text/html; charset=utf-8" });
    response.end(page ?? "<p>There is nothing here.</p>");
  });
  await new Promise<void>((resolve) => server.listen(demo().sitePort, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${demo().sitePort}`, pages, close };
}

/** A page with these paragraphs, long enough to be one. */
export function pageOf(title: string, paragraphs: readonly string[]): string {
  const filler = "The book lies open in the town hall, where whoever likes may read in it from nine to five.";
  const all = [...paragraphs, ...Array.from({ length: 4 }, () => filler)];
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
    ${all.map((words) => `<p>${words}</p>`).join("\n")}</article></body></html>`;
}
