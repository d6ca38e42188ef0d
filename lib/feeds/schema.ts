/** One entry of a feed. Its id is its address, which stays. */
export interface FeedEntry {
  url: string;
  title: string;
  summary: string;
  /** Of the words that the title quotes; BCP 47. */
  language: string;
  /** ISO instant, UTC */
  updatedAt: string;
}

export interface Feed {
  title: string;
  /** Absolute addresses: of the page that lists the same, and of this feed without its ending. */
  page: string;
  self: string;
  deskName: string;
  entries: FeedEntry[];
}

export type FeedFormat = "feed.xml" | "feed.json";

/** One address of the sitemap. */
export interface SitemapEntry {
  path: string;
  /** ISO instant, UTC; null where nothing says it. */
  changedAt: string | null;
}
