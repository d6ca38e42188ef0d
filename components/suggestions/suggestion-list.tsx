import { ActionButton } from "#components/form/action-button";
import { Diff } from "#components/ui/diff";
import { Pill } from "#components/ui/pill";
import { Text } from "#components/ui/text";
import { Time } from "#components/ui/time";
import {
  leaveSuggestionAction,
  takeOverSuggestionAction,
  withdrawSuggestionAction,
} from "#lib/suggestions/actions";
import type { SuggestionView } from "#lib/suggestions/queries";
import { suggestionFieldNames, suggestionOutcomeNames } from "#lib/suggestions/rules";
import "./suggestion-list.css";

/** What is suggested, text by text: the words before and after, why, and what became of it or can be done about it. */
export function SuggestionList({
  suggestions,
  draftIsOpen,
}: {
  suggestions: readonly SuggestionView[];
  /** Only then can words be taken over. */
  draftIsOpen: boolean;
}) {
  return (
    <ul className="plain-list suggestions" aria-label="Suggestions">
      {suggestions.map((suggestion) => (
        <li key={suggestion.id} className="stack">
          <p className="small">
            <strong>{suggestionFieldNames[suggestion.field]}</strong>{" "}
            <span className="quiet">
              by {suggestion.by}, <Time at={suggestion.at} />
            </span>
          </p>
          <p className="serif lines">
            <Diff parts={suggestion.parts} />
          </p>
          {suggestion.reason !== "" && (
            <p className="small">
              <span className="quiet">Why:</span> <Text className="lines">{suggestion.reason}</Text>
            </p>
          )}
          {suggestion.decided ? (
            <Decided decided={suggestion.decided} />
          ) : (
            <Choices suggestion={suggestion} draftIsOpen={draftIsOpen} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Decided({ decided }: { decided: NonNullable<SuggestionView["decided"]> }) {
  return (
    <p className="small">
      <Pill tone={decided.outcome === "taken_over" ? "published" : "plain"}>
        {suggestionOutcomeNames[decided.outcome]}
      </Pill>{" "}
      <span className="quiet">
        {decided.by !== null && `by ${decided.by}, `}
        <Time at={decided.at} />
      </span>
    </p>
  );
}

function Choices({ suggestion, draftIsOpen }: { suggestion: SuggestionView; draftIsOpen: boolean }) {
  const { id: suggestionId, field, mayDecide, mayWithdraw } = suggestion;
  const name = suggestionFieldNames[field];
  if (!mayDecide && !mayWithdraw) return null;
  return (
    <div className="row">
      {mayDecide && draftIsOpen && (
        <ActionButton
          action={takeOverSuggestionAction}
          input={{ suggestionId }}
          small
          done={{ words: `${name}: taken over into the draft.` }}
        >
          Take over
          <About name={name} />
        </ActionButton>
      )}
      {mayDecide && (
        <ActionButton
          action={leaveSuggestionAction}
          input={{ suggestionId }}
          small
          kind="ghost"
          done={{ words: `${name}: left as it is.` }}
        >
          Leave as it is
          <About name={name} />
        </ActionButton>
      )}
      {mayWithdraw && (
        <ActionButton
          action={withdrawSuggestionAction}
          input={{ suggestionId }}
          small
          done={{ words: "The suggestion is withdrawn." }}
        >
          Withdraw
          <About name={name} />
        </ActionButton>
      )}
    </div>
  );
}

/** Tells buttons of one label apart for who only hears them. */
const About = ({ name }: { name: string }) => <span className="sr-only">: {name}</span>;
