import { Diff } from "#components/ui/diff";
import type { Passus } from "#lib/articles/comparison";

/** The changed paragraphs of a text, with those around them; the others are counted. */
export function TextChanges({ changes, lang }: { changes: readonly Passus[]; lang: string }) {
  return (
    <div className="stack serif">
      {changes.map((passus, at) =>
        "skipped" in passus ? (
          <p key={at} className="small quiet">
            {passus.skipped === 1 ? "1 paragraph" : `${passus.skipped} paragraphs`} without a change
          </p>
        ) : (
          <p key={at}>
            <Diff parts={passus.parts} lang={lang} />
          </p>
        ),
      )}
    </div>
  );
}
