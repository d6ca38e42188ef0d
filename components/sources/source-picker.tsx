"use client";

import { Fragment, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { SearchField } from "#components/form/search-field";
import { useSearch } from "#components/form/use-search";
import { NewSourceFields } from "#components/sources/new-source-fields";
import { marksOf } from "#components/sources/source-marks";
import { Button } from "#components/ui/button";
import { Text } from "#components/ui/text";
import { findSourcesAction } from "#lib/sources/actions";
import type { SourceView } from "#lib/sources/queries";

/**
 * Chooses a source of the desk by its words, or asks for a new one's fields. Writes `by` and `sourceId` of the form
 * around; `open` is the `by` of a form without a choice yet ("none" where a source may be missing),
 * `first` the source that the form comes with.
 */
export function SourcePicker({
  open,
  publishers = [],
  first = null,
  onPick,
}: {
  open: "known" | "none";
  publishers?: readonly string[];
  first?: SourceView | null;
  onPick?: (source: SourceView | null) => void;
}) {
  const { setValue, clearErrors } = useFormContext();
  const by: unknown = useWatch({ name: "by" });
  const sourceId: unknown = useWatch({ name: "sourceId" });
  const [picked, setPicked] = useState(first);
  const chosen = picked !== null && picked.id === sourceId ? picked : null;

  function choose(source: SourceView | null) {
    setPicked(source);
    onPick?.(source);
    setValue("sourceId", source?.id ?? "", { shouldDirty: true });
    setValue("by", source ? "known" : open, { shouldDirty: true });
    clearErrors("sourceId");
  }

  if (by === "new") {
    return (
      <fieldset className="card stack">
        <legend className="sr-only">New source</legend>
        <div className="row between">
          <h4>New source</h4>
          <Button kind="link" small onClick={() => choose(chosen)}>
            Choose a known source instead
          </Button>
        </div>
        <NewSourceFields prefix="source" publishers={publishers} />
      </fieldset>
    );
  }
  return (
    <div className="stack">
      {chosen ? (
        <div className="note row between">
          <span>
            Source: <Text lang={chosen.language}>{chosen.title}</Text>
            {beside(chosen).map((fact, at) => (
              <Fragment key={at}> · {fact}</Fragment>
            ))}
          </span>
          <Button kind="link" small onClick={() => choose(null)}>
            Choose another
          </Button>
        </div>
      ) : (
        <Search optional={open === "none"} onChoose={choose} />
      )}
      <div>
        <Button small onClick={() => setValue("by", "new", { shouldDirty: true })}>
          Add a new source
        </Button>
      </div>
    </div>
  );
}

function Search({ optional, onChoose }: { optional: boolean; onChoose: (source: SourceView) => void }) {
  const [words, setWords] = useState("");
  const search = useSearch(findSourcesAction, words);
  const { found } = search;
  return (
    <div className="stack">
      <SearchField
        name="sourceId"
        label="Find a source"
        hint="Words of its title, address or publisher"
        noun={["source", "sources"]}
        {...{ optional, words, search }}
        onWords={setWords}
      />
      {found !== null && found.length > 0 && (
        <ul className="plain-list">
          {found.map((source) => (
            <li key={source.id}>
              <Button kind="ghost" small onClick={() => onChoose(source)}>
                <Text lang={source.language}>{source.title}</Text>
                <span className="faint">
                  {beside(source).map((fact, at) => (
                    <Fragment key={at}>
                      {at > 0 && " · "}
                      {fact}
                    </Fragment>
                  ))}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What tells a source from others of its title. */
const beside = (source: SourceView) => [
  ...(source.publisher === null ? [] : [source.publisher]),
  ...marksOf(source),
];
