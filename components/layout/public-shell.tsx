import type { ReactNode } from "react";
import { SkipLink } from "#components/ui/skip-link";
import { Brand } from "#components/layout/brand";
import { SampleBanner } from "#components/layout/sample-banner";

// The two faces that every readers' page begins with; asked for before the style sheet has been read.
const FACES = [
  new URL("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2", import.meta.url),
  new URL(
    "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
    import.meta.url,
  ),
];

const main = [
  ["/", "Claims"],
  ["/corrections", "Corrections"],
  ["/methodology", "How we work"],
] as const;
const more = [
  ["/policies", "About us"],
  ["/feed.xml", "Feed"],
  ["/data", "Data"],
  ["/sign-in", "Sign in to the desk"],
] as const;

/** The frame of every readers' page: plain HTML, no script. `here` is the path of the page, where its link is marked. */
export function PublicShell({
  deskName,
  sample,
  here,
  children,
}: {
  deskName: string;
  sample: boolean;
  here: string | null;
  children: ReactNode;
}) {
  return (
    <div className="public">
      {FACES.map(({ pathname }) => (
        <link key={pathname} rel="preload" as="font" href={pathname} crossOrigin="" />
      ))}
      <link
        rel="alternate"
        type="application/atom+xml"
        href="/feed.xml"
        title={`Fact-checks by ${deskName}`}
      />
      <link
        rel="alternate"
        type="application/feed+json"
        href="/feed.json"
        title={`Fact-checks by ${deskName}`}
      />
      <SkipLink />
      {sample && <SampleBanner />}
      <header className="mast">
        <div>
          <Brand name={deskName} href="/" />
          <Links label="Main" links={main} here={here} />
          <form action="/search" method="get" role="search">
            <input
              className="field"
              type="search"
              name="q"
              required
              maxLength={200}
              placeholder="Search claims"
              aria-label="Search claims"
            />
            <button className="btn" type="submit" aria-label="Search" />
          </form>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <div>
          <p>Fact-checks by {deskName}. Every verdict was approved by a second person.</p>
          <Links label="More" links={more} here={here} />
        </div>
      </footer>
    </div>
  );
}

function Links({
  label,
  links,
  here,
}: {
  label: string;
  links: readonly (readonly [href: string, words: string])[];
  here: string | null;
}) {
  return (
    <nav aria-label={label}>
      {links.map(([href, words]) => (
        <a key={href} href={href} aria-current={href === here ? "page" : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}
