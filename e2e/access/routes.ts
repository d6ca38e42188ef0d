import { anInvitation, roles, type Desk, type Role } from "./desk.ts";
import * as subjects from "./subjects.ts";

/**
 * page: it is shown. sign-in: the way there, and back. desk: the way to the desk. form: the way to the page of a form. none:
 * there is no such page.
 */
export type Shown = "page" | "sign-in" | "desk" | "form" | "none";

export interface RouteRow extends Record<Role | "nobody", Shown> {
  /** A real address of the pattern, where it has a place to fill. */
  address?: (desk: Desk) => Promise<string>;
}

const everybody = { nobody: "page", checker: "page", editor: "page", admin: "page" } as const;
const members = { ...everybody, nobody: "sign-in" } as const;
const admins = { nobody: "sign-in", checker: "none", editor: "none", admin: "page" } as const;
const strangers = { nobody: "page", checker: "desk", editor: "desk", admin: "desk" } as const;
const nowhere = { nobody: "none", checker: "none", editor: "none", admin: "none" } as const;

const slugOf = async (desk: Desk) => (await subjects.publishedClaim(desk.checker, desk.editor)).slug;

/** The whole table: one row per page and route of the build. */
export const routeRows: Record<string, RouteRow> = {
  "/": everybody,
  "/methodology": everybody,
  "/policies": everybody,
  "/data": everybody,
  "/embed/[slug]": { ...everybody, address: async (desk) => `/embed/${await slugOf(desk)}` },
  "/oembed": {
    ...everybody,
    address: async (desk) =>
      `/oembed?url=${encodeURIComponent(`${desk.nobody.site}/claims/${await slugOf(desk)}`)}`,
  },
  "/report": everybody,
  "/report/[reference]": {
    ...everybody,
    address: async (desk) => (await subjects.correctionRequest(desk)).path,
  },
  // Takes a form and shows nothing itself.
  "/report/send": { nobody: "form", checker: "form", editor: "form", admin: "form" },
  "/copies/[snapshotId]": { ...everybody, address: copyAddress },
  "/copies/[snapshotId]/text.txt": {
    ...everybody,
    address: async (desk) => `${await copyAddress(desk)}/text.txt`,
  },
  "/corrections": everybody,
  "/search": everybody,
  "/search/parts": nowhere,
  "/claims/[slug]": { ...everybody, address: async (desk) => `/claims/${await slugOf(desk)}` },
  "/claims/[slug]/image.png": {
    ...everybody,
    address: async (desk) => `/claims/${await slugOf(desk)}/image.png`,
  },
  // For our own server alone, as that of a search.
  "/claims/[slug]/parts": { ...nowhere, address: async (desk) => `/claims/${await slugOf(desk)}/parts` },
  "/claims/[slug]/editions/[number]": {
    ...everybody,
    address: async (desk) => `/claims/${await slugOf(desk)}/editions/1`,
  },
  "/parties/[slug]": { ...everybody, address: (desk) => listed(desk, "/parties/") },
  "/parties/[slug]/[feed]": {
    ...everybody,
    address: async (desk) => `${await listed(desk, "/parties/")}/feed.xml`,
  },
  "/measures/[slug]": { ...everybody, address: (desk) => listed(desk, "/measures/") },
  "/topics/[slug]": { ...everybody, address: (desk) => listed(desk, "/topics/") },
  "/topics/[slug]/[feed]": {
    ...everybody,
    address: async (desk) => `${await listed(desk, "/topics/")}/feed.xml`,
  },
  "/corrections/[feed]": { ...everybody, address: async () => "/corrections/feed.json" },
  "/feed.xml": everybody,
  "/feed.json": everybody,
  "/sitemap.xml": everybody,
  "/sitemaps/[piece]": { ...everybody, address: async () => "/sitemaps/pages.xml" },
  "/robots.txt": everybody,
  "/articles/[slug]": { ...everybody, address: publicArticle },
  "/icon.svg": everybody,
  "/api/health": everybody,
  "/api/v1/claims": everybody,
  "/api/v1/openapi.json": everybody,
  "/api/v1/claims/[slug]": { ...everybody, address: async (desk) => `/api/v1/claims/${await slugOf(desk)}` },
  "/api/auth/[...nextauth]": { ...everybody, address: async () => "/api/auth/session" },
  "/setup/[token]": { ...everybody, address: setupLink },
  "/sign-in": strangers,

  "/desk": members,
  "/desk/account": members,
  "/desk/articles": members,
  "/desk/articles/new": members,
  "/desk/articles/fetched/[id]": {
    ...members,
    address: async ({ checker }) => `/desk/articles/fetched/${await subjects.fetchedCopy(checker)}`,
  },
  "/desk/articles/[id]": {
    ...members,
    address: async ({ checker }) => `/desk/articles/${(await subjects.article(checker)).articleId}`,
  },
  "/desk/articles/[id]/versions": {
    ...members,
    address: async ({ checker }) => `/desk/articles/${(await subjects.article(checker)).articleId}/versions`,
  },
  "/desk/articles/[id]/versions/new": {
    ...members,
    address: async ({ checker }) =>
      `/desk/articles/${(await subjects.article(checker)).articleId}/versions/new`,
  },
  "/desk/claims": members,
  "/desk/claims/[number]": {
    ...members,
    address: async ({ checker }) => `/desk/claims/${(await subjects.readyClaim(checker)).number}`,
  },
  "/desk/review": members,
  "/desk/review/[editionId]": {
    ...members,
    address: async ({ checker }) => `/desk/review/${(await subjects.editionInReview(checker)).editionId}`,
  },
  "/desk/events": members,
  "/desk/events/new": members,
  "/desk/events/[id]": {
    ...members,
    address: async ({ checker }) => `/desk/events/${(await subjects.event(checker)).eventId}`,
  },
  "/desk/parties": members,
  "/desk/parties/[id]": {
    ...members,
    address: async ({ checker }) => `/desk/parties/${(await subjects.party(checker)).partyId}`,
  },
  "/desk/sources": members,
  "/desk/sources/[id]": {
    ...members,
    address: async ({ checker }) => `/desk/sources/${(await subjects.source(checker)).sourceId}`,
  },
  // Takes a file and shows nothing.
  "/desk/sources/[id]/files": nowhere,
  "/desk/snapshots/[id]": {
    ...members,
    address: async ({ checker }) => `/desk/snapshots/${(await subjects.askedCopy(checker)).snapshotId}`,
  },
  "/desk/snapshots/[id]/files/[part]": {
    ...members,
    address: ({ checker }) => subjects.keptFile(checker),
  },
  "/desk/measures": members,
  "/desk/measures/[id]": {
    ...members,
    address: async ({ checker }) => `/desk/measures/${await subjects.measure(checker)}`,
  },
  "/desk/requests": members,
  "/desk/requests/[id]": {
    ...members,
    address: async (desk) => `/desk/requests/${(await subjects.correctionRequest(desk)).requestId}`,
  },
  "/desk/members": admins,
  "/desk/settings": admins,
  "/desk/settings/scale": admins,

  // Next's own pages, which nobody is shown by their own addresses.
  "/_not-found": nowhere,
  "/_global-error": nowhere,
};

/** The patterns that nobody sees without signing in. */
export const protectedRoutes = Object.entries(routeRows)
  .filter(([, row]) => row.nobody === "sign-in")
  .map(([pattern]) => pattern);

/** A real address for every pattern that is asked for, with a draft of the desk behind it where there can be one. */
export async function addressesOf(desk: Desk, patterns: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const pattern of patterns) found.set(pattern, (await routeRows[pattern]?.address?.(desk)) ?? pattern);
  return found;
}

export const everyone = ["nobody", ...roles] as const;

/** The first address of the sitemap that begins so. */
async function listed(desk: Desk, start: string): Promise<string> {
  const { body } = await desk.nobody.ask("/sitemap.xml");
  const paths = [...body.matchAll(/<loc>([^<]*)/g)].map(([, address = ""]) => new URL(address).pathname);
  return paths.find((path) => path.startsWith(start)) ?? `${start}none`;
}

async function copyAddress({ checker, editor }: Desk): Promise<string> {
  return `/copies/${await subjects.publicCopy(checker, editor)}`;
}

async function publicArticle(desk: Desk): Promise<string> {
  const { body } = await desk.nobody.ask(`/api/v1/claims/${await slugOf(desk)}`);
  const { passages } = JSON.parse(body) as { passages: { article: { slug: string } }[] };
  return `/articles/${passages[0]?.article.slug}`;
}

async function setupLink({ admin }: Desk): Promise<string> {
  const { path } = await admin.do<{ path: string }>("people.inviteMember", anInvitation("checker"));
  return path;
}
