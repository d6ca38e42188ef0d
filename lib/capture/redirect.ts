import { Parser } from "htmlparser2";

/** A page that asks for another one later than this is shown, such as one that loads itself anew every five minutes. */
const longestWait = 5;

const codes = new Set([301, 302, 303, 307, 308]);

/** Where the head of an answer sends on, as it says it: by Location (RFC 9110, 15.4) or by Refresh; null if nowhere. */
export function redirectOf(status: number, headers: { location?: string; refresh?: unknown }): string | null {
  if (codes.has(status)) return headers.location ?? null;
  return typeof headers.refresh === "string" ? refreshTarget(headers.refresh) : null;
}

/** Where the beginning of an HTML page sends on by `<meta http-equiv="refresh">`; null if nowhere. */
export function metaRefreshOf(begin: string): string | null {
  let found: string | null = null;
  let hidden = 0; // in <noscript>: for readers without scripts, which the page in a browser is not
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "noscript" || name === "template") hidden++;
      if (name !== "meta" || hidden > 0 || found !== null) return;
      if (attributes["http-equiv"]?.trim().toLowerCase() === "refresh")
        found = refreshTarget(attributes.content ?? "");
    },
    onclosetag(name) {
      if (name === "noscript" || name === "template") hidden--;
    },
  });
  parser.write(begin);
  return found;
}

/** "0; url=/there" as HTML reads it (https://html.spec.whatwg.org/#shared-declarative-refresh-steps). */
function refreshTarget(text: string): string | null {
  const found = /^\s*(\d+)(?:\.[\d.]*)?\s*[;,\s]\s*(?:url\s*=\s*)?(?:"([^"]*)"?|'([^']*)'?|(.*))$/is.exec(
    text,
  );
  const target = (found?.[2] ?? found?.[3] ?? found?.[4])?.trim();
  return found && target && Number(found[1]) <= longestWait ? target : null;
}
