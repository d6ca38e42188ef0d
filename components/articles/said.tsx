import { ClaimNumber } from "#components/claims/claim-number";

/** What the reading view has to say: words, or the number of a claim that was just logged. */
export type Saying = string | { logged: number };

/** Says what was just done; of a claim that was logged, with the way to its page. */
export function Said({ what }: { what: Saying }) {
  return (
    <p role="status" className="small said">
      {typeof what === "string" ? (
        what
      ) : (
        <>
          <a href={`/desk/claims/${what.logged}`}>
            <ClaimNumber number={what.logged} />
          </a>{" "}
          is logged.
        </>
      )}
    </p>
  );
}
