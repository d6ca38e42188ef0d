import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { Table } from "#components/ui/table";
import { Text } from "#components/ui/text";
import { PartyName } from "#components/parties/party-name";
import type { PartyPage } from "#lib/parties/queries";
import { partyKindNames } from "#lib/parties/rules";

/** The desk's parties by name, with a search, a page at a time. */
export function PartyList({ page, words }: { page: PartyPage; words: string }) {
  const older =
    page.next && `/desk/parties?${new URLSearchParams({ ...(words && { q: words }), after: page.next })}`;
  return (
    <section className="stack" aria-label="Parties">
      <form className="row" role="search" action="/desk/parties">
        <input
          type="search"
          name="q"
          className="field"
          defaultValue={words}
          aria-label="Search the parties by name"
          placeholder="Name"
        />
        <button type="submit" className="btn">
          Search
        </button>
      </form>
      {page.parties.length === 0 ? (
        <EmptyState title={words ? "No party has these words in its name" : "No parties yet"}>
          {words
            ? "Try fewer words. A party is added where it is first named."
            : "A party is added where it is first named: as a claimant, in a position, as an outlet."}
        </EmptyState>
      ) : (
        <Table
          caption="Parties"
          columns={[{ label: "Party", lead: true }, { label: "Kind" }, { label: "Speaks for" }]}
          rows={page.parties.map(({ speaksFor, ...party }) => ({
            key: party.id,
            cells: [
              <PartyName key="name" party={party} />,
              partyKindNames[party.kind],
              speaksFor && <Text key="for">{speaksFor.name}</Text>,
            ],
          }))}
        />
      )}
      <Pagination older={older} label="Pages of parties" />
    </section>
  );
}
