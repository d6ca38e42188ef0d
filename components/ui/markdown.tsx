import ReactMarkdown, { type Components } from "react-markdown";
import rehypeSanitize from "rehype-sanitize";

/** Headings in a text are all of the third level: they stand below the page's own, and none can skip a level. */
const COMPONENTS: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h4: ({ children }) => <h3>{children}</h3>,
  h5: ({ children }) => <h3>{children}</h3>,
  h6: ({ children }) => <h3>{children}</h3>,
  a: ({ children, href }) => {
    if (!href) return <>{children}</>;
    return (
      <a href={href} rel={href.startsWith("#") ? undefined : "nofollow noopener"}>
        {children}
      </a>
    );
  },
};

/**
 * Markdown of a colleague as HTML: raw HTML stays text, images are dropped (they would call outside servers from the
 * reader's browser), unsafe addresses lose their link. Rendered on the server, ships no script.
 */
export function Markdown({ children, lang }: { children: string; lang?: string | null }) {
  return (
    <div className="body" lang={lang ?? undefined} dir="auto">
      <ReactMarkdown rehypePlugins={[rehypeSanitize]} disallowedElements={["img"]} components={COMPONENTS}>
        {children}
      </ReactMarkdown>
    </div>
  );
}
