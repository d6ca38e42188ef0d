import { createHash } from "node:crypto";
import { problem, problemType } from "../publication/problem.ts";

export interface OwnPage {
  status: number;
  body: Buffer;
  /** The Content-Security-Policy under which its one style sheet holds. */
  policy: string;
  contentType: string;
}

/** In the colours of components/ui/tokens.css, with the faces that every reader has. */
const style = `:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1c1b19;--quiet:#56534c;--accent:#2b4c9b;--edge:#89847a}
@media (prefers-color-scheme:dark){:root{--paper:#16171a;--ink:#eceae4;--quiet:#b3b0a8;--accent:#9db6f5;--edge:#757982}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif}
main{max-width:36rem;margin:0 auto;padding:12vh 1.25rem 4rem}
p.code{color:var(--quiet);font-size:.875rem;letter-spacing:.04em;margin:0}
h1{font:600 1.75rem/1.25 Georgia,"Noto Serif",serif;text-wrap:balance;margin:.25rem 0 1rem}
a{color:var(--accent)}
form{display:flex;gap:.5rem;margin:1.5rem 0;flex-wrap:wrap}
input{flex:1 1 8rem;min-width:0;font:inherit;padding:.5rem .75rem;border:1px solid var(--edge);border-radius:.375rem;background:transparent;color:inherit}
input::placeholder{color:var(--quiet);opacity:1}
button{font:inherit;padding:.5rem 1rem;border:1px solid transparent;cursor:pointer;border-radius:.375rem;background:var(--accent);color:var(--paper)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}`;

const hash = createHash("sha256").update(style).digest("base64");
const policy = `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** A page that needs neither the application nor the database, for when one of them has nothing to say. */
function page(status: number, heading: string, sentences: string[]): OwnPage {
  const html = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${heading}</title><style>${style}</style></head>
<body><main><p class="code">${status}</p><h1>${heading}</h1>${sentences.map((sentence) => `<p>${sentence}</p>`).join("")}
<form action="/search" method="get" role="search"><input type="search" name="q" maxlength="200" required aria-label="Search claims" placeholder="Search claims"><button type="submit">Search</button></form>
<p><a href="/">Newest fact-checks</a> · <a href="/corrections">Corrections</a></p></main></body></html>
`;
  return { status, body: Buffer.from(html), policy, contentType: "text/html; charset=utf-8" };
}

/** The same said to a program. */
function refusal(...said: Parameters<typeof problem>): OwnPage {
  const [status] = said;
  const body = Buffer.from(JSON.stringify(problem(...said)));
  return {
    status,
    body,
    policy: "default-src 'none'; frame-ancestors 'none'",
    contentType: problemType,
  };
}

export const notFound = page(404, "There is nothing at this address", [
  "The address may be mistyped, or it was never published. What was once public stays at its address for good.",
]);
export const readOnly = page(405, "This address can only be read", [
  "Something tried to send data to it. Open it as a page instead.",
]);
export const broken = page(500, "This page could not be made", [
  "Something went wrong here, and it is written down. Try again in a moment.",
]);
export const unavailable = page(503, "This page cannot be read at the moment", [
  "Pages that were read lately can still be opened. Try again in a few seconds.",
]);

export const apiNotFound = refusal(
  404,
  "There is nothing at this address. /api/v1/openapi.json says what there is.",
);
export const apiUnknownParameter = refusal(
  400,
  "This address takes other parameters, and each of them once. /api/v1/openapi.json says which there are.",
);
export const apiReadOnly = refusal(405, "Only GET, HEAD and OPTIONS are answered here.");
export const apiBroken = refusal(500, "Something went wrong here. Try again in a moment.");
export const apiUnavailable = refusal(503, "The database cannot be reached. Try again in a few seconds.");
