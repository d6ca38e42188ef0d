import { createRequire } from "node:module";
import { join } from "node:path";
import type { ReactNode } from "react";
import type { renderToStaticMarkup as Render } from "react-dom/server";
import { partsBody } from "#lib/publication/parts";

/**
 * React's own renderer, as Node finds it. Next's compiler refuses to take it into anything of the server, since a page that is
 * made by it would have no scripts; readers' pages are to have none.
 */
const { renderToStaticMarkup } = createRequire(join(process.cwd(), "package.json"))("react-dom/server") as {
  renderToStaticMarkup: typeof Render;
};

/**
 * What a page has of its own, for our own server alone, which puts it into the frame of all such pages. Of components that
 * need no hooks and wait for nothing.
 */
export const answerParts = (head: ReactNode, main: ReactNode): Response =>
  new Response(partsBody({ head: renderToStaticMarkup(head), main: renderToStaticMarkup(main) }));
