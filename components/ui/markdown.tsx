import ReactMarkdown, { type Components } from "react-markdown";
import rehypeSanitize from "rehype-sanitize";

/** Headings in a text never outrank the page's own: they begin at the third level. */
const COMPONENTS: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  h4: ({ children }) => <h5>{children}</h5>,
  h5: ({ children }) => <h5>{children}</h5>,
  h6: ({ children }) => <h5>{children}</h5>,
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
export function Markdown({ children, lang }: { children: string; lang?: string }) {
  return (
    <div className="body" lang={lang} dir="auto">
      <ReactMarkdown rehypePlugins={[rehypeSanitize]} disallowedElements={["img"]} components={COMPONENTS}>
        {children}
      </ReactMarkdown>
    </div>
  );
}
