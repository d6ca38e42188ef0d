"use client";

import { useWatch } from "react-hook-form";
import { ActionForm } from "#components/form/action-form";
import { CheckboxField } from "#components/form/checkbox-field";
import { OrderedRows } from "#components/form/ordered-rows";
import { SelectField } from "#components/form/select-field";
import { SubmitButton } from "#components/form/submit-button";
import { TextArea } from "#components/form/text-area";
import { TextField } from "#components/form/text-field";
import { useActionForm } from "#components/form/use-action-form";
import { Button } from "#components/ui/button";
import { RatingMark } from "#components/ui/rating-mark";
import { reviseScaleAction } from "#lib/settings/actions";
import { ratingLookNames } from "#lib/settings/rules";
import {
  mostRatings,
  ratingLooks,
  scaleInput,
  type ScaleInput,
  type ScaleRating,
} from "#lib/settings/schema";
import "./scale-form.css";

/** The desk's ratings in their order: named, defined, left out, brought back, or new. */
export function ScaleForm({ scale }: { scale: ScaleInput & { former: ScaleRating[] } }) {
  const { former, ...live } = scale;
  const state = useActionForm({
    schema: scaleInput,
    action: reviseScaleAction,
    defaultValues: live,
    done: "Saved. Drafts have the new scale; what is submitted or published keeps the rating that it has.",
  });
  return (
    <ActionForm state={state} label="Rating scale">
      <div data-field="ratings" data-label="Ratings" className="stack">
        <OrderedRows
          name="ratings"
          noun="rating"
          removal="Leave out"
          least={2}
          className="ratings"
          after={({ count, add }) => <More count={count} add={add} known={[...live.ratings, ...former]} />}
        >
          {(at) => <RatingFields at={at} />}
        </OrderedRows>
      </div>
      <div className="form-actions">
        <SubmitButton shortcut>Save the scale</SubmitButton>
      </div>
    </ActionForm>
  );
}

function RatingFields({ at }: { at: number }) {
  const name = `ratings.${at}`;
  const rating = useWatch({ name }) as ScaleRating | undefined;
  if (!rating) return null;
  return (
    <>
      <Mark rating={rating} />
      <TextField name={`${name}.name`} label="Name" />
      <TextArea name={`${name}.definition`} label="What it means, for readers" rows={2} counted={400} />
      {rating.code === "" && (
        <>
          <SelectField
            name={`${name}.look`}
            label="Sign"
            hint="For good, as whether it is resolved: readers know a rating by it."
            options={ratingLooks.map((value) => ({ value, label: ratingLookNames[value] }))}
          />
          <CheckboxField
            name={`${name}.unresolved`}
            label="Rated, but not resolved"
            hint="May stand without evidence that shows what is so, where the desk says where it looked."
          />
        </>
      )}
    </>
  );
}

function Mark({ rating: { name, look } }: { rating: ScaleRating }) {
  const [hue = "", glyph = ""] = look.split(" ");
  return (
    <p>
      <RatingMark word={name === "" ? "A new rating" : name} hue={hue} glyph={glyph} size="chip" />
    </p>
  );
}

/** What can be brought back of what the scale has or had, and one that is new. */
function More({
  count,
  add,
  known,
}: {
  count: number;
  add: (row: object, field: string) => void;
  known: ScaleRating[];
}) {
  const ratings = useWatch({ name: "ratings" }) as ScaleRating[];
  const codes = new Set(ratings.map(({ code }) => code));
  const isFull = count >= mostRatings;
  return (
    <div className="row">
      {known
        .filter(({ code }) => !codes.has(code))
        .map((rating) => (
          <Button key={rating.code} small disabled={isFull} onClick={() => add(rating, "name")}>
            Bring back {rating.name}
          </Button>
        ))}
      <Button
        small
        disabled={isFull}
        onClick={() =>
          add({ code: "", name: "", definition: "", look: "none open-circle", unresolved: false }, "name")
        }
      >
        Add a rating
      </Button>
    </div>
  );
}
