import { figureText, measureName } from "#lib/figures/rules";
import type { PublicFigure } from "#lib/figures/schema";
import { CalendarDate } from "#components/ui/calendar-date";
import { Text } from "#components/ui/text";

/** The figures that a position or a piece of evidence gives, each with what it counts: no number stands without that. `lang` is of our own words. */
export function FigureLine({ figures, lang }: { figures: readonly PublicFigure[]; lang: string | null }) {
  return figures.map((figure) => (
    <p key={`${figure.measure.id} ${figure.words}`} className="gives">
      Gives <b>{figureText(figure)}</b>{" "}
      <span>
        (<Text lang={lang}>{measureName(figure.measure)}</Text>
        {figure.asOf !== null && (
          <>
            ; as of <CalendarDate date={figure.asOf} />
          </>
        )}
        )
      </span>
    </p>
  ));
}
