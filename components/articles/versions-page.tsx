import { DeskPage } from "#components/layout/desk-page";
import { ButtonLink } from "#components/ui/button-link";
import { PageLink } from "#components/ui/page-link";
import { Table } from "#components/ui/table";
import { Time } from "#components/ui/time";
import "./fetched-page.css";
import { FullTextButton } from "#components/articles/full-text-button";
import { PageState } from "#components/articles/page-state";
import { TextChanges } from "#components/articles/text-changes";
import { FateList } from "#components/claims/fate-list";
import { canCloseFullText, canOpenFullText } from "#lib/articles/policy";
import type { Passus } from "#lib/articles/comparison";
import type { PageState as State } from "#lib/articles/page-changes";
import type { ArticleView } from "#lib/articles/queries";
import type { VersionLine } from "#lib/articles/versions";
import type { Member } from "#lib/auth/schema";
import type { PassageFate } from "#lib/claims/alterations";

const columns = [
  { label: "Version", lead: true },
  { label: "Added" },
  { label: "By" },
  { label: "Taken from" },
  { label: "Readers see" },
  { label: "Text" },
];

/** The versions of an article, what one of them changed, and what became of the passages in it. */
export function VersionsPage({
  actor,
  article,
  versions,
  shown,
  changes,
  fates,
  state,
}: {
  actor: Member;
  article: ArticleView;
  versions: readonly VersionLine[];
  shown: VersionLine;
  changes: readonly Passus[];
  fates: readonly PassageFate[];
  state: State;
}) {
  const path = `/desk/articles/${article.id}`;
  return (
    <DeskPage
      title="Versions"
      trail={[
        { href: "/desk/articles", label: "Articles" },
        { href: path, label: article.title },
      ]}
      actions={
        <ButtonLink href={`${path}/versions/new`} kind="primary">
          New version
        </ButtonLink>
      }
    >
      <div className="stack page-state">
        <PageState article={article} state={state} />
      </div>
      <Table
        caption="Versions of this article, newest first"
        columns={columns}
        rows={versions.map(({ id, number, at, by, copy }) => ({
          key: id,
          on: id === shown.id,
          cells: [
            <a key="changes" href={`${path}/versions?number=${number}`}>
              Version {number}
            </a>,
            <Time key="at" at={at} />,
            by,
            copy === null ? (
              "pasted text"
            ) : (
              <PageLink key="copy" href={`/desk/snapshots/${copy.id}`}>
                copy of <Time at={copy.at} />
              </PageLink>
            ),
            <ReadersSee key="readers" {...{ actor, article, number }} />,
            <a key="read" href={`${path}?version=${number}`} aria-label={`Read version ${number}`}>
              Read
            </a>,
          ],
        }))}
      />
      {shown.number === 1 ? (
        <p className="quiet after-table">
          Version 1 is the text as it was first added. Nothing was changed in it.
        </p>
      ) : (
        <div className="beside after-table">
          <section className="stack" aria-labelledby="changes-title">
            <h2 id="changes-title">
              From version {shown.number - 1} to version {shown.number}
            </h2>
            <TextChanges changes={changes} lang={article.language} />
          </section>
          <section className="stack" aria-labelledby="fates-title">
            <h2 id="fates-title">Passages</h2>
            <FateList fates={fates} />
          </section>
        </div>
      )}
    </DeskPage>
  );
}

/** How much of a version readers may see, and the button that changes it for whoever may. */
function ReadersSee({ actor, article, number }: { actor: Member; article: ArticleView; number: number }) {
  const { id, latest, addedBy, fullTextVersion } = article;
  const isOpen = fullTextVersion === number;
  const canToggle = isOpen ? canCloseFullText(actor) : number === latest && canOpenFullText(actor, addedBy);
  return (
    <div className="row">
      {isOpen ? "all of it" : "published passages"}
      {canToggle && (
        <FullTextButton articleId={id} open={isOpen} replaces={isOpen ? null : fullTextVersion} />
      )}
    </div>
  );
}
