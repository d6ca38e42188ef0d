import { createRequire } from "node:module";
import { join } from "node:path";
import type { ReactNode } from "react";
import type { renderToStaticMarkup as Render } from "react-dom/server";

/**
 * React's own renderer, as Node finds it. Next's compiler refuses to take it into anything of the server, since a page that is
 * made by it would have no scripts; readers' pages are to have none.
 */
const { renderToStaticMarkup } = createRequire(join(process.cwd(), "package.json"))("react-dom/server") as {
  renderToStaticMarkup: typeof Render;
};

/** Finished HTML of what needs no hooks and waits for nothing; throws what a component throws. */
export const staticHtml = (node: ReactNode): string => renderToStaticMarkup(node);
