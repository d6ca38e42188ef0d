import { Table } from "#components/ui/table";
import { Text } from "#components/ui/text";
import { PartyName } from "#components/parties/party-name";
import type { PartyPage } from "#lib/parties/queries";
import { partyKindNames } from "#lib/parties/rules";
import { SearchedList } from "#components/layout/searched-list";

/** The desk's parties by name, with a search, a page at a time. */
export function PartyList({ page, words }: { page: PartyPage; words: string }) {
  return (
    <SearchedList
      path="/desk/parties"
      label="Parties"
      words={words}
      next={page.next}
      search={{ label: "Search the parties by name", placeholder: "Name" }}
      none={{
        found: "No party has these words in its name",
        yet: "No parties yet",
        tryFewer: "Try fewer words. A party is added where it is first named.",
        begin: "A party is added where it is first named: as a claimant, in a position, as an outlet.",
      }}
      isEmpty={page.parties.length === 0}
    >
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
    </SearchedList>
  );
}
