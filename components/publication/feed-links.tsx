/** Where to follow what a page lists: links to read, and for feed readers that look for them in the head. */
export function FeedLinks({ path, title }: { path: string; title: string }) {
  return (
    <p className="small quiet feeds">
      <link rel="alternate" type="application/atom+xml" href={`${path}/feed.xml`} title={title} />
      <link rel="alternate" type="application/feed+json" href={`${path}/feed.json`} title={title} />
      Follow this page: <a href={`${path}/feed.xml`}>Atom</a>, <a href={`${path}/feed.json`}>JSON Feed</a>
    </p>
  );
}
