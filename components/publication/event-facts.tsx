import { deskLang } from "#lib/publication/rules";
import type { PublicView } from "#lib/publication/schema";
import { involvement } from "#components/publication/speaker";
import { SaidOn } from "#components/publication/said-on";
import { DefinitionList } from "#components/ui/definition-list";
import { Text } from "#components/ui/text";

type Event = NonNullable<PublicView["event"]>;

const precision: Record<NonNullable<Event["placePrecision"]>, string> = {
  spot: "known to the spot",
  town: "known to the town",
  area: "known to the area only",
  country: "known to the country only",
};

/** What the claim is about: when and where, each as exactly as it is known, and who is a party to the conflict. */
export function EventFacts({ view }: { view: PublicView }) {
  const { event } = view;
  const lang = deskLang(view);
  if (event === null) return null;
  return (
    <section id="event">
      <h2>The event</h2>
      <DefinitionList
        entries={[
          [
            "What",
            <Text key="what" lang={lang}>
              {event.name}
            </Text>,
          ],
          [
            "When",
            (event.happenedOn ?? event.happenedWords) === null ? null : (
              <SaidOn key="when" date={event.happenedOn} words={event.happenedWords} />
            ),
          ],
          ["Where", event.place && <Where key="where" event={event} lang={lang} />],
          [
            "Who",
            event.parties.length === 0 ? null : <Parties key="who" parties={event.parties} lang={lang} />,
          ],
        ]}
      />
    </section>
  );
}

function Where({ event, lang }: { event: Event; lang: string | null }) {
  return (
    <>
      <Text lang={lang}>{event.place}</Text>
      {event.placePrecision !== null && <span className="quiet">, {precision[event.placePrecision]}</span>}
    </>
  );
}

function Parties({ parties, lang }: { parties: Event["parties"]; lang: string | null }) {
  return (
    <ul className="plain-list">
      {parties.map(({ name, involved, note }) => (
        <li key={name}>
          <Text>{name}</Text>, {involvement(involved)}
          {note !== "" && (
            <>
              : <Text lang={lang}>{note}</Text>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
