/** Why a command refused; the same words everywhere from a command to the form that shows the sentence. */
export type RefusalCode =
  "unauthenticated" | "forbidden" | "not_found" | "conflict" | "invalid" | "unavailable";

/**
 * What a server action answers. A refusal carries one sentence for the reader, sentences per field where they
 * belong to one, and on a conflict the values that stand in the database now (`theirs`, with its `version`).
 */
export type ActionResult<T> =
  | { ok: true; value: T }
  | {
      ok: false;
      code: RefusalCode;
      message: string;
      fields?: Record<string, string>;
      theirs?: Record<string, unknown>;
    };
