/** What of the public record can be had as data, and what stands in it. */
export function DataPage({ columns }: { columns: readonly { name: string; meaning: string }[] }) {
  return (
    <div className="page single">
      <article>
        <h1>Data</h1>
        <p className="prose">
          Everything that we have published, as it stands now: current editions, retracted fact-checks marked
          as such. Nothing that is not public is in it.
        </p>
        <section className="part" id="files">
          <h2>The whole record as a file</h2>
          <ul className="prose">
            <li>
              <a href="/data/claims.csv">claims.csv</a>: one line for each claim, for spreadsheets. UTF-8,
              commas, with a first line of names. A cell that a spreadsheet would take for a formula has an
              apostrophe in front.
            </li>
            <li>
              <a href="/data/claims.jsonl">claims.jsonl</a>: one JSON document a line, with everything that
              stands on the claim’s page.
            </li>
          </ul>
          <p className="prose">
            Every claim is in them once, as it stands when it is sent. A file that breaks off ends its
            connection with an error: it is not whole then.
          </p>
        </section>
        <section className="part" id="columns">
          <h2>The columns of claims.csv</h2>
          <dl className="scale across">
            {columns.map(({ name, meaning }) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section className="part" id="programs">
          <h2>For programs</h2>
          <ul className="prose">
            <li>
              <a href="/api/v1/claims">/api/v1/claims</a>: newest first, a page at a time; <code>next</code>{" "}
              is the <code>cursor</code> of the next page. Every answer carries an ETag.
            </li>
            <li>
              <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>: the description of all of this after
              OpenAPI 3.1.
            </li>
            <li>
              <code>/api/v1/claims/…</code>: one claim whole, under the last part of its address.
            </li>
          </ul>
        </section>
      </article>
    </div>
  );
}
