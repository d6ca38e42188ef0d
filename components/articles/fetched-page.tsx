import { DeskPage } from "#components/layout/desk-page";
import { AddArticleForm } from "#components/articles/add-article-form";
import { CapturedPage } from "#components/articles/captured-page";
import { FetchArticleForm } from "#components/articles/fetch-article-form";
import { OnItsWay } from "#components/snapshots/on-its-way";
import { Alert } from "#components/ui/alert";
import { PageLink } from "#components/ui/page-link";
import { Text } from "#components/ui/text";
import { OutsideLink } from "#components/ui/outside-link";
import type { AddressFacts } from "#lib/articles/addresses";
import { proposedArticle } from "#lib/articles/proposal";
import type { CopyText } from "#lib/snapshots/copies";
import type { SnapshotView } from "#lib/snapshots/queries";
import "./fetched-page.css";

/** What came of fetching an address: on its way, the article to be looked at beside its original, or why there is none. */
export function FetchedPage({
  copy,
  text,
  facts,
  outlets,
}: {
  copy: SnapshotView;
  text: CopyText;
  facts: AddressFacts;
  outlets: readonly string[];
}) {
  const isThere = copy.outcome === "captured";
  return (
    <DeskPage
      title="Add an article"
      trail={[
        { href: "/desk/articles", label: "Articles" },
        { href: "/desk/articles/new", label: "Add an article" },
      ]}
      width={isThere ? "normal" : "narrow"}
    >
      <p className="small quiet hash-line">
        Fetched from <OutsideLink url={copy.url ?? ""} />
      </p>
      {copy.outcome === null && <OnItsWay step={copy.step} attempt={copy.attempt} />}
      {copy.outcome !== null && !isThere && <NotFetched {...{ copy, outlets }} />}
      {isThere && <Proposal {...{ copy, text, facts, outlets }} />}
    </DeskPage>
  );
}

type Props = Parameters<typeof FetchedPage>[0];

function Proposal({ copy, text, facts, outlets }: Props) {
  const words = "text" in text ? text.text : "";
  return (
    <div className="compared">
      <section className="stack" aria-labelledby="article-title">
        <h2 id="article-title">The article</h2>
        {facts.known && (
          <Alert kind="warning" still>
            <p>
              The desk has an article at this address:{" "}
              <PageLink href={`/desk/articles/${facts.known.id}`}>
                <Text lang={facts.known.language}>{facts.known.title}</Text>
              </PageLink>
            </p>
          </Alert>
        )}
        <AddArticleForm
          outlets={outlets}
          first={proposedArticle(copy, { outlet: facts.outlet, text: words })}
          snapshotId={copy.id}
        />
      </section>
      <CapturedPage copy={copy} text={text} />
    </div>
  );
}

/** Why there is no text, and the two ways on: another try, or the text by hand with the address kept. */
function NotFetched({ copy, outlets }: Pick<Props, "copy" | "outlets">) {
  const url = copy.url ?? "";
  return (
    <div className="stack loose">
      <Alert kind="problem" title="There is no text" still>
        <p>{copy.reason}</p>
        <p>
          <PageLink href={`/desk/snapshots/${copy.id}`}>What came of it</PageLink>
        </p>
      </Alert>
      <section className="stack" aria-labelledby="try-title">
        <h2 id="try-title">Try again</h2>
        <FetchArticleForm url={url} label="Try again" />
      </section>
      <section className="stack" aria-labelledby="hand-title">
        <h2 id="hand-title">Or paste the text by hand</h2>
        <AddArticleForm outlets={outlets} first={{ url }} />
      </section>
    </div>
  );
}
