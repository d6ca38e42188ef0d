import { paragraphsOf } from "#lib/articles/rules";
import type { CopyPage } from "#lib/publication/pages";
import { copyTextPath } from "#lib/publication/rules";
import { ClaimList } from "#components/publication/claim-list";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";

/** The text of a copy as readers find it. What is ours stands around it and says so; nothing of the copy can be taken for it. */
export function CopyDocument({ page }: { page: CopyPage }) {
  return (
    <div className="page single">
      <article className="copy">
        <CopyBanner page={page} />
        <p className="eyebrow">Copy of a source</p>
        <h1 className="claim">
          <Text lang={page.language}>{page.title}</Text>
        </h1>
        <Facts page={page} />
        <section className="part">
          <h2>What rests on it</h2>
          {page.claims.items.length === 0 ? (
            <p>No current fact-check; an earlier edition of one did.</p>
          ) : (
            <ClaimList claims={page.claims.items} heading="h3" />
          )}
          {page.claims.next !== null && <p className="quiet">And others; these were published last.</p>}
        </section>
        <section className="part">
          <h2>Its text</h2>
          <p className="small quiet">Words of the source, not of {page.deskName}.</p>
          <blockquote className="copied" cite={page.url ?? undefined}>
            {paragraphsOf(page.text).map(({ start, text }) => (
              <Text key={start} as="p" lang={page.language}>
                {text}
              </Text>
            ))}
          </blockquote>
          <p className="small quiet">Here the copy ends.</p>
        </section>
      </article>
    </div>
  );
}

function CopyBanner({ page }: { page: CopyPage }) {
  return (
    <div className="alert warning" role="note">
      <p>
        <strong>
          A copy that {page.deskName} took on <Time at={page.capturedAt} />; not the original.
        </strong>
      </p>
      {page.goneSince !== null && (
        <p>
          The original has been gone since <Time at={page.goneSince} style="date" />.
        </p>
      )}
    </div>
  );
}

function Facts({ page }: { page: CopyPage }) {
  return (
    <>
      <dl className="copy-facts">
        {page.url !== null && (
          <>
            <dt>Address of the original</dt>
            <dd>
              <a href={page.url} rel="nofollow noopener" className="hash">
                {page.url}
              </a>
              {page.goneSince !== null && " (no longer there)"}
            </dd>
          </>
        )}
        <dt>SHA-256 of the original, as it came</dt>
        <dd className="hash">{page.sha256}</dd>
        <dt>SHA-256 of the text below</dt>
        <dd className="hash">{page.textSha256}</dd>
        {page.stampedAt !== null && (
          <>
            <dt>Trusted timestamp over the original</dt>
            <dd>
              <Time at={page.stampedAt} />
            </dd>
          </>
        )}
      </dl>
      <p className="small quiet">
        To verify the text, <a href={copyTextPath(page.snapshotId)}>download it</a> and compute the SHA-256 of
        the file, for example with <code>sha256sum</code>: it is the one above, and the one in each fact-check
        that rests on it. Whoever has the original can compare it with the other in the same way.
      </p>
    </>
  );
}
