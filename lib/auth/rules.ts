/**
 * Where to go after signing in: the path on this site that `wanted` names, or the desk. Other origins, other schemes
 * and whatever is no address at all lead to the desk.
 */
export function returnPath(wanted: unknown, siteUrl: string): string {
  if (typeof wanted !== "string" || !URL.canParse(wanted, siteUrl)) return "/desk";
  const site = new URL(siteUrl);
  const url = new URL(wanted, site);
  if (url.origin !== site.origin || url.username !== "" || url.pathname.startsWith("//")) return "/desk";
  return url.pathname + url.search + url.hash;
}
