import { PageLink } from "#components/ui/page-link";
import { AddFigureForm } from "#components/figures/add-figure-form";
import { ActionButton } from "#components/form/action-button";
import { CalendarDate } from "#components/ui/calendar-date";
import { DialogButton } from "#components/ui/dialog-button";
import { Pill } from "#components/ui/pill";
import { Text } from "#components/ui/text";
import { removeFigureAction } from "#lib/figures/actions";
import type { FigureView, MeasureView } from "#lib/figures/queries";
import {
  figureAnchor,
  figureProblemSentences,
  figureText,
  measureName,
  type FigureProblem,
} from "#lib/figures/rules";

const problemPills: Record<FigureProblem, string> = {
  words: "Not in its quote",
  number: "Not in its quote",
  inexact: "Not exact in its quote",
  unclear: "Look at the quote",
};

/**
 * The figures that one position or piece of evidence gives, each with what it counts and what is wrong with it.
 * `change` brings the buttons for more, and the measures of the claim.
 */
export function FigureList({
  figures,
  owner,
  change,
}: {
  figures: readonly FigureView[];
  owner: { on: "position" | "evidence"; id: string };
  change?: { claimId: string; used: readonly MeasureView[] };
}) {
  if (figures.length === 0 && !change) return null;
  const form = change && { ...change, on: owner.on, ownerId: owner.id };
  return (
    <div className="stack small figure-list">
      {figures.length > 0 && (
        <ul className="plain-list" aria-label="Figures">
          {figures.map((figure) => (
            <li key={figure.id} id={figureAnchor(figure.id)} tabIndex={-1}>
              <Figure figure={figure} />
              {form && (
                <span className="row">
                  <DialogButton label="Change" title="Change the figure" kind="ghost" small wide>
                    <AddFigureForm {...form} replaces={figure} />
                  </DialogButton>
                  <ActionButton
                    action={removeFigureAction}
                    input={{ claimId: form.claimId, figureId: figure.id }}
                    done={{ words: "Figure removed." }}
                    kind="ghost"
                    small
                    confirm={{
                      title: `Remove the figure “${figure.words}”?`,
                      body: "It leaves the claim; the history keeps what it was.",
                      label: "Remove figure",
                    }}
                  >
                    Remove
                  </ActionButton>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {form && (
        <DialogButton label="Add a figure" title="Add a figure" kind="ghost" small wide>
          <AddFigureForm {...form} />
        </DialogButton>
      )}
    </div>
  );
}

function Figure({ figure }: { figure: FigureView }) {
  const text = figureText(figure);
  return (
    <p>
      <b className="num">{figure.qualifier === null ? <Text lang={figure.language}>{text}</Text> : text}</b>
      {figure.qualifier !== null && (
        <span className="quiet">
          {" "}
          (<Text lang={figure.language}>“{figure.words}”</Text>)
        </span>
      )}
      {figure.asOf !== null && (
        <span className="quiet">
          , as of <CalendarDate date={figure.asOf} />
        </span>
      )}
      {" · "}
      {figure.measure ? (
        <PageLink href={`/desk/measures/${figure.measure.id}`}>
          <Text>{measureName(figure.measure)}</Text>
        </PageLink>
      ) : (
        <span className="quiet">what it counts is not set yet</span>
      )}
      {figure.problem && (
        <>
          <br />
          <Pill tone={figure.problem === "unclear" ? "review" : "changes"}>
            {problemPills[figure.problem]}
          </Pill>{" "}
          {figureProblemSentences[figure.problem]}
        </>
      )}
    </p>
  );
}
