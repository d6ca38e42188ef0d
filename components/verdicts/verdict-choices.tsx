import { RadioGroup } from "#components/form/radio-group";
import { TextArea } from "#components/form/text-area";
import { RatingMark } from "#components/ui/rating-mark";
import type { RatingView } from "#lib/verdicts/queries";
import { gradeDefinitions, gradeNames } from "#lib/verdicts/rules";
import { grades } from "#lib/verdicts/schema";

/** What the desk concludes: the finding, the rating and the evidence grade, each with its definition at hand. */
export function VerdictChoices({ ratings }: { ratings: readonly RatingView[] }) {
  return (
    <>
      <TextArea
        name="finding"
        label="Finding"
        hint="The conclusion in one sentence: the first thing a reader reads."
        rows={2}
        counted={600}
        serif
      />
      <RadioGroup
        name="rating"
        label="Rating"
        across
        options={ratings.map((rating) => ({
          value: rating.code,
          label: <RatingMark word={rating.name} hue={rating.hue} glyph={rating.glyph} size="inline" />,
          description: rating.definition,
        }))}
      />
      <RadioGroup
        name="grade"
        label="Evidence grade"
        hint="How well our conclusion is supported; apart from the rating. Only evidence that shows what is so counts."
        across
        options={grades.map((value) => ({
          value,
          label: gradeNames[value],
          description: gradeDefinitions[value],
        }))}
      />
    </>
  );
}
