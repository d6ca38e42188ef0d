import type { IncomingHttpHeaders } from "node:http";

/** Titles and marks of the pages that guards put before a site (Cloudflare, DataDome, Imperva, Akamai, PerimeterX, AWS). */
const marks = [
  /<title>\s*(Just a moment|Attention Required|Access Denied|Pardon Our Interruption|Human Verification|Robot or human)/i,
  /<title>\s*(DDoS-Guard|One moment, please|Are you a robot|Security check|Client Challenge)/i,
  /cdn-cgi\/challenge-platform|cf-browser-verification|_cf_chl_opt|geo\.captcha-delivery\.com|px-captcha|awsWafCookieDomainList/,
  /_Incapsula_Resource|Request unsuccessful\. Incapsula/,
];

/** Whether an answer is a guard's question instead of the page. Marks count only on refusals: articles write about guards too. */
export function isChallenge(status: number, headers: IncomingHttpHeaders, begin: string): boolean {
  if (headers["cf-mitigated"] === "challenge" || headers["x-amzn-waf-action"] === "challenge") return true;
  return (status === 403 || status === 429 || status === 503) && marks.some((mark) => mark.test(begin));
}
