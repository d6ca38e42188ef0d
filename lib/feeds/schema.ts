/** One entry of a feed. Its id is its address, which stays. */
export interface FeedEntry {
  url: string;
  title: string;
  summary: string;
  /** Of the desk’s own words, which the summary ends with; BCP 47. */
  deskLanguage: string;
  /** Of the words that the title quotes; BCP 47. */
  language: string;
  /** ISO instants, UTC: when it was first there, and when what it says changed last. */
  publishedAt: string;
  updatedAt: string;
}

export interface Feed {
  /** An absolute address that stays when what the feed is about gets another name (RFC 4287, 4.2.6). */
  id: string;
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
