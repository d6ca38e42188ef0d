import { TextChanges } from "#components/articles/text-changes";
import { DeskPage } from "#components/layout/desk-page";
import { ChooseClaim } from "#components/snapshots/choose-claim";
import { CopyFacts } from "#components/snapshots/copy-facts";
import { CopyText } from "#components/snapshots/copy-text";
import { OnItsWay } from "#components/snapshots/on-its-way";
import { PartList } from "#components/snapshots/part-list";
import { QuoteFromCopy, type Quoting } from "#components/snapshots/quote-from-copy";
import { ShownFile } from "#components/snapshots/shown-file";
import { Alert } from "#components/ui/alert";
import { ButtonLink } from "#components/ui/button-link";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import "./copies.css";
import type { Passus } from "#lib/articles/comparison";
import type { ArticleName } from "#lib/articles/queries";
import { paragraphsOf } from "#lib/articles/rules";
import type { CopyText as ReadText } from "#lib/snapshots/copies";
import type { SnapshotView } from "#lib/snapshots/queries";
import type { SourceUse, SourceView } from "#lib/sources/queries";

/** One copy at the desk: what can be read in it, its parts, and what changed since an earlier one. */
export function CopyPage({
  copy,
  source,
  article,
  text,
  changes,
  earlier,
  quoting,
}: {
  copy: SnapshotView;
  source: (SourceView & { uses: SourceUse[] }) | null;
  article: ArticleName | null;
  text: ReadText;
  changes: readonly Passus[] | null;
  earlier: SnapshotView | null;
  /** The claim for which something is to be quoted; null while nobody has said. */
  quoting: Quoting | { refused: string } | null;
}) {
  const open = quoting && !("refused" in quoting) ? quoting : null;
  const whole = source ?? article;
  const language = copy.language ?? whole?.language ?? "en";
  const isLoose = whole === null && copy.means === "capture";
  return (
    <DeskPage
      title={<Text lang={whole?.language ?? language}>{whole?.title ?? copy.title ?? "Copy"}</Text>}
      trail={trailOf(source, article)}
      actions={
        isLoose && <ButtonLink href={`/desk/articles/fetched/${copy.id}`}>Add as an article</ButtonLink>
      }
      meta={copy.means === "upload" ? "added file" : "copy of the page"}
      width={open ? "normal" : "narrow"}
    >
      <div className="stack loose">
        {copy.outcome === null ? (
          <OnItsWay step={copy.step} attempt={copy.attempt} />
        ) : (
          <>
            {copy.reason !== null && <Alert kind="problem">{copy.reason}</Alert>}
            <CopyFacts copy={copy} />
            <ShownFile copy={copy} graphic={source?.graphic ?? false} />
            {changes && earlier && (
              <section className="stack" aria-labelledby="changed">
                <h2 id="changed">
                  Changed since the copy of <Time at={earlier.finishedAt ?? earlier.requestedAt} />
                </h2>
                {changes.every((passus) => "skipped" in passus) ? (
                  <p className="quiet">Nothing changed in the text.</p>
                ) : (
                  <TextChanges changes={changes} lang={language} />
                )}
              </section>
            )}
            {"why" in text ? (
              <p className="quiet">{text.why}</p>
            ) : open && source ? (
              <QuoteFromCopy
                {...open}
                source={source}
                snapshotId={copy.id}
                text={text.text}
                language={language}
                pages={copy.pages}
              />
            ) : (
              <CopyText text={text.text} paragraphs={paragraphsOf(text.text)} language={language}>
                {quoting && "refused" in quoting && <Alert kind="problem">{quoting.refused}</Alert>}
                {source && <ChooseClaim uses={source.uses} />}
              </CopyText>
            )}
            <PartList snapshotId={copy.id} parts={copy.parts} />
          </>
        )}
      </div>
    </DeskPage>
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
