import { deskLang } from "#lib/publication/rules";
import type { Policies } from "#lib/settings/schema";
import { Markdown } from "#components/ui/markdown";

const parts = [
  ["funding", "Who funds us", "This desk has not yet said who funds it."],
  ["staff", "Who we are", "This desk has not yet said who works for it."],
  ["corrections", "How we correct ourselves", "This desk has not yet said more about its corrections."],
  ["contact", "How to reach us", "This desk has not yet said how it can be reached."],
] as const;

/** What the desk says about itself; what it has not said, the page says so. */
export function PoliciesDocument({ policies }: { policies: Policies }) {
  return (
    <div className="page single">
      <article>
        <h1>
          About <bdi>{policies.deskName}</bdi>
        </h1>
        <p className="quiet prose">
          How we check claims is said on a page of its own: <a href="/methodology">How we work</a>.
        </p>
        {parts.map(([name, title, silence]) => (
          <section className="part" id={name} key={name}>
            <h2>{title}</h2>
            {policies[name] === "" ? (
              <p className="quiet">{silence}</p>
            ) : (
              <Markdown lang={deskLang(policies)}>{policies[name]}</Markdown>
            )}
            {name === "corrections" && (
              <p className="prose">
                Every change to a published fact-check stands in the <a href="/corrections">corrections</a>,
                with its reason. Each fact-check has a link at its end to report an error in it.
              </p>
            )}
          </section>
        ))}
      </article>
    </div>
  );
}
