import { domainToUnicode } from "node:url";
import type { Tx } from "../audit/audited.ts";
import { normaliseUrl } from "../sources/rules.ts";
import { containing } from "../word-search.ts";

export interface KnownArticle {
  id: string;
  title: string;
  language: string;
}

/** What the desk knows of an address from its articles. */
export interface AddressFacts {
  /** The newest article at this very address, whatever its spelling. */
  known: KnownArticle | null;
  /** The outlet of the newest article from the same site that has one. */
  outlet: string | null;
}

/**
 * Looks an http(s) address up among the desk's articles. Spellings are compared here and not in the database, where they
 * would have to be kept beside each address and made anew with every rule of spelling.
 */
export async function lookUpAddress(client: Pick<Tx, "article">, url: string): Promise<AddressFacts> {
  const wanted = normaliseUrl(url);
  const host = new URL(wanted).hostname;
  const spellings = [...new Set([host, domainToUnicode(host)])].filter(Boolean);
  const rows = await client.article.findMany({
    where: { OR: spellings.map((spelling) => containing(spelling, (contains) => [{ url: contains }])) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, title: true, language: true, url: true, outlet: { select: { name: true } } },
  });
  const here = rows
    .map(({ url: at, ...row }) => ({ ...row, address: normaliseUrl(at ?? "") }))
    .filter(({ address }) => new URL(address).hostname === host);
  const same = here.find(({ address }) => address === wanted);
  return {
    known: same ? { id: same.id, title: same.title, language: same.language } : null,
    outlet: here.find(({ outlet }) => outlet !== null)?.outlet?.name ?? null,
  };
}
