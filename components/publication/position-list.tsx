import { positionStanceSaid } from "#lib/disputes/rules";
import type { PublicView } from "#lib/publication/schema";
import { FigureLine } from "#components/publication/figure-line";
import { Quoted } from "#components/publication/quoted";
import { RelayChain } from "#components/publication/relay-chain";
import { SaidOn } from "#components/publication/said-on";
import { SourceMark } from "#components/publication/source-mark";
import { Speaker } from "#components/publication/speaker";
import { Text } from "#components/ui/text";

type Position = PublicView["positions"][number];

/** What parties say about the claim, in their own words, and how those words came here. `lang` is of our own words. */
export function PositionList({ positions, lang }: { positions: Position[]; lang: string | null }) {
  if (positions.length === 0) return null;
  return (
    <ul className="plain-list">
      {positions.map((position, index) => (
        <li key={index} className="ev">
          <p>
            <Speaker party={position.party} lang={lang} strong />
            {isPlain(position.party) ? " " : ", "}
            {positionStanceSaid[position.stance]}
            {position.hedged && <span className="quiet">, with a reservation</span>}
          </p>
          <Quoted words={position} lang={lang} />
          <FigureLine figures={position.figures} lang={lang} />
          <Whence position={position} />
        </li>
      ))}
    </ul>
  );
}

/** The name alone needs no comma before what the party says. */
const isPlain = ({ speaksFor, involved }: Position["party"]) => speaksFor === null && involved === null;

function Whence({ position }: { position: Position }) {
  return (
    <footer>
      <SaidOn date={position.saidOn} words={position.saidWords} lang={position.language} />
      {position.relayedBy.length > 0 && (
        <>
          {" · "}
          <RelayChain by={position.relayedBy} />
        </>
      )}
      {position.source !== null && (
        <>
          {" · "}
          <SourceMark number={position.source} />
          {position.primary && " the utterance itself"}
        </>
      )}
      {position.locator !== null && (
        <>
          , <Text>{position.locator}</Text>
        </>
      )}
    </footer>
  );
}
