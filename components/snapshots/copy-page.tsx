import { DeskPage } from "#components/layout/desk-page";
import { ChooseClaim } from "#components/snapshots/choose-claim";
import { CopyFacts } from "#components/snapshots/copy-facts";
import { CopyName } from "#components/snapshots/copy-name";
import { CopyText } from "#components/snapshots/copy-text";
import { OnItsWay } from "#components/snapshots/on-its-way";
import { CopyChanges } from "#components/snapshots/copy-changes";
import { PartList } from "#components/snapshots/part-list";
import { QuoteFromCopy, type Quoting } from "#components/snapshots/quote-from-copy";
import { ShownFile } from "#components/snapshots/shown-file";
import { Alert } from "#components/ui/alert";
import { ButtonLink } from "#components/ui/button-link";
import { Text } from "#components/ui/text";
import "./copies.css";
import type { Passus } from "#lib/articles/comparison";
import type { ArticleName } from "#lib/articles/queries";
import { paragraphsOf } from "#lib/articles/rules";
import { isFlagged } from "#lib/snapshots/rules";
import type { CopyText as ReadText } from "#lib/snapshots/copies";
import type { SnapshotView } from "#lib/snapshots/queries";
import type { SourceUse, SourceView } from "#lib/sources/queries";

type Props = {
  copy: SnapshotView;
  source: (SourceView & { uses: SourceUse[] }) | null;
  article: ArticleName | null;
  text: ReadText;
  changes: readonly Passus[] | null;
  earlier: SnapshotView | null;
  /** The claim for which something is to be quoted; null while nobody has said. */
  quoting: Quoting | { refused: string } | null;
};

/** One copy at the desk: what can be read in it, its parts, and what changed since an earlier one. */
export function CopyPage(props: Props) {
  const { copy, source, article } = props;
  const whole = source ?? article;
  return (
    <DeskPage
      title={whole ? <CopyName copy={copy} /> : <Text>{copy.title ?? "Fetched page"}</Text>}
      trail={trailOf(source, article)}
      actions={
        whole === null &&
        copy.means === "capture" && (
          <ButtonLink href={`/desk/articles/fetched/${copy.id}`}>Add as an article</ButtonLink>
        )
      }
      meta={copy.means === "upload" ? "added file" : undefined}
    >
      {copy.outcome === null ? (
        <OnItsWay step={copy.step} attempt={copy.attempt} />
      ) : (
        <Taken {...props} language={copy.language ?? whole?.language ?? "en"} />
      )}
    </DeskPage>
  );
}

/** What was taken: to be read or looked at first, what is known of it beside that, or below the form that quotes it. */
function Taken({ copy, source, text, changes, earlier, quoting, language }: Props & { language: string }) {
  const facts = <CopyFacts copy={copy} />;
  const first = (
    <>
      {copy.reason !== null && (
        <Alert kind="problem" still>
          {copy.reason}
        </Alert>
      )}
      {isFlagged(copy) && (
        <Alert kind="problem" still>
          A scanner says that this copy carries something harmful. Its words are beside the file, below.
        </Alert>
      )}
      <ShownFile copy={copy} graphic={source?.graphic ?? false} />
      {changes && earlier && <CopyChanges changes={changes} earlier={earlier} language={language} />}
    </>
  );
  const parts = <PartList snapshotId={copy.id} parts={copy.parts} />;
  if ("text" in text && source && quoting && !("refused" in quoting))
    return (
      <div className="stack loose">
        {first}
        <QuoteFromCopy
          {...quoting}
          source={source}
          snapshotId={copy.id}
          text={text.text}
          language={language}
          pages={copy.pages}
        />
        {parts}
        <details className="stack">
          <summary>About this copy</summary>
          {facts}
        </details>
      </div>
    );
  return (
    <div className="beside">
      <div className="stack loose">
        {first}
        {"why" in text ? (
          text.why !== copy.reason && <p className="quiet">{text.why}</p>
        ) : (
          <CopyText text={text.text} paragraphs={paragraphsOf(text.text)} language={language}>
            {quoting && "refused" in quoting && <Alert kind="problem">{quoting.refused}</Alert>}
            {source && <ChooseClaim uses={source.uses} />}
          </CopyText>
        )}
        {parts}
      </div>
      <aside className="card stack loose" aria-label="About this copy">
        {facts}
      </aside>
    </div>
  );
}

function trailOf(source: SourceView | null, article: ArticleName | null) {
  if (source)
    return [
      { href: "/desk/sources", label: "Sources" },
      { href: `/desk/sources/${source.id}`, label: source.title },
    ];
  const articles = { href: "/desk/articles", label: "Articles" };
  if (!article) return [articles];
  const path = `/desk/articles/${article.id}`;
  return [articles, { href: path, label: article.title }, { href: `${path}/versions`, label: "Versions" }];
}
