import { partyKindNames } from "#lib/parties/rules";
import { partyPath } from "#lib/publication/addresses";
import type { PartyPage, PartyRole } from "#lib/publication/pages";
import { deskLang } from "#lib/publication/rules";
import { searchFor } from "#lib/search/rules";
import { ClaimList } from "#components/publication/claim-list";
import { FeedLinks } from "#components/publication/feed-links";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { RatingMark } from "#components/ui/rating-mark";
import { Text } from "#components/ui/text";

// A party may be a person: nothing here calls it "it".
const titles: Record<PartyRole, string> = {
  party: "Claims made",
  disputes: "Claims disputed",
  quoted: "Quoted on other claims",
};
/** The query parameter that asks for the next page of each list. */
export const partyPageParameters = { party: "after", disputes: "disputed", quoted: "quoted" } as const;

/** Who a party is, and the fact-checks it stands in; ratings are counted and never made into a score. */
export function PartyPageDocument({ party, first }: { party: PartyPage; first: boolean }) {
  const { name, kind, description, speaksFor, lists } = party;
  const path = partyPath(name, party.key);
  const none = Object.values(lists).every(({ claims }) => claims === 0);
  return (
    <div className="page single">
      <article>
        <p className="eyebrow">{partyKindNames[kind]}</p>
        <h1>
          <Text>{name}</Text>
        </h1>
        {description !== null && (
          <Text as="p" lang={deskLang(party)}>
            {description}
          </Text>
        )}
        {speaksFor !== null && (
          <p>
            Speaks for <Text>{speaksFor}</Text>.
          </p>
        )}
        <Ratings party={party} />
        {none && (
          <EmptyState
            title="No fact-check with this party is public now"
            actions={
              <a className="btn" href="/">
                Newest fact-checks
              </a>
            }
          >
            One was, and has been changed or retracted since.
          </EmptyState>
        )}
        {!none && Object.values(lists).every(({ items }) => items.length === 0) && (
          <EmptyState
            title="There is nothing older"
            actions={
              <a className="btn" href={path}>
                Newest with this party
              </a>
            }
          >
            You have reached the end of the list.
          </EmptyState>
        )}
        {(["party", "disputes", "quoted"] as const).map((role) => (
          <Role key={role} role={role} list={lists[role]} path={path} first={first} />
        ))}
        <FeedLinks path={path} title={name} />
      </article>
    </div>
  );
}

function Ratings({ party }: { party: PartyPage }) {
  const { key, ratings, lists } = party;
  if (ratings.length === 0) return null;
  return (
    <section className="part">
      <h2>How the claims made are rated</h2>
      <ul className="plain-list counts">
        {ratings.map(({ name, mark, claims }) => (
          <li key={name}>
            <RatingMark
              word={name}
              hue={mark?.hue ?? "none"}
              glyph={mark?.glyph ?? ""}
              lang={deskLang(party)}
            />{" "}
            <span className="num">{claims}</span>
          </li>
        ))}
      </ul>
      <p className="small quiet">
        How many published fact-checks have each rating, {lists.party.claims} in all. This is no score: we
        choose which claims we check. <a href={searchFor("party", key)}>Search these claims</a>
      </p>
    </section>
  );
}

function Role({
  role,
  list,
  path,
  first,
}: {
  role: PartyRole;
  list: PartyPage["lists"][PartyRole];
  path: string;
  first: boolean;
}) {
  if (list.items.length === 0) return null;
  return (
    <section className="part">
      <h2>
        {titles[role]} <span className="faint num">{list.claims}</span>
      </h2>
      <ClaimList claims={list.items} heading="h3" />
      <Pagination
        newer={first ? null : path}
        older={list.next && `${path}?${partyPageParameters[role]}=${list.next}`}
        label={`Pages of: ${titles[role]}`}
      />
    </section>
  );
}
