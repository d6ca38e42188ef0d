import type { RefusalCode } from "./action-result.ts";

/**
 * A command's refusal, with one sentence that says what to do. `fields` holds sentences that belong to one field;
 * `theirs` holds what stands in the database now, for a conflict.
 */
export class DomainError extends Error {
  readonly code: RefusalCode;
  readonly fields: Record<string, string> | undefined;
  readonly theirs: Record<string, unknown> | undefined;

  constructor(
    code: RefusalCode,
    message: string,
    more: { fields?: Record<string, string>; theirs?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = "DomainError";
    this.code = code;
    this.fields = more.fields;
    this.theirs = more.theirs;
  }
}

export const unauthenticated = () => new DomainError("unauthenticated", "Sign in to do this.");
export const forbidden = (message = "Your role does not allow this.") =>
  new DomainError("forbidden", message);
export const notFound = (what: string) => new DomainError("not_found", `There is no such ${what}.`);
export const conflict = (message: string, theirs?: Record<string, unknown>) =>
  new DomainError("conflict", message, theirs ? { theirs } : {});
export const invalid = (message: string, fields?: Record<string, string>) =>
  new DomainError("invalid", message, fields ? { fields } : {});

/** The SQLSTATE of a database error, wherever the driver put it; none for other errors. */
export function sqlState(error: unknown): string | undefined {
  for (let at = error, depth = 0; at && depth < 5; depth++) {
    const e = at as {
      code?: unknown;
      cause?: unknown;
      originalCode?: unknown;
      meta?: { driverAdapterError?: unknown };
    };
    if (typeof e.originalCode === "string") return e.originalCode;
    if (typeof e.code === "string" && /^[0-9A-Z]{5}$/.test(e.code) && !e.code.startsWith("P2")) return e.code;
    at = e.meta?.driverAdapterError ?? e.cause;
  }
  return undefined;
}

/**
 * Takes the values of rows out of a database error, wherever the driver put them: errors are logged, and a row may hold
 * what no log may have. PostgreSQL says which values it refused in the detail of an error, not in its message.
 */
function forgetValues(error: unknown): void {
  for (let at = error, depth = 0; at instanceof Object && depth < 6; depth++) {
    const e = at as { detail?: unknown; cause?: unknown; meta?: { driverAdapterError?: unknown } };
    if (e.detail !== undefined) e.detail = undefined;
    at = e.meta?.driverAdapterError ?? e.cause;
  }
}

/**
 * A database refusal as the sentence for the person who meets it; anything unknown is passed on as it is, without the
 * values of rows.
 */
export function fromDatabase(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  forgetValues(error);
  const state = sqlState(error);
  const code = (error as { code?: unknown } | null)?.code;
  const say = (kind: RefusalCode, message: string) => new DomainError(kind, message, { cause: error });
  if (state === "23514" || state === "42501")
    return say(
      "conflict",
      "This was refused: somebody changed it meanwhile, or the rules of the desk do not allow it. Reload and look again.",
    );
  if (state === "23505" || code === "P2002")
    return say("conflict", "Somebody did this a moment ago. Reload to see it.");
  if (state === "23503" || code === "P2003")
    return say(
      "conflict",
      "Not saved: somebody removed meanwhile what this belongs to. Reload to see what is there.",
    );
  if (state === "40P01" || state === "40001" || code === "P2034")
    return say("conflict", "Two people saved at the same moment. Try again.");
  if (state === "53100")
    return say(
      "unavailable",
      "Not saved: the database's disk is full. Tell whoever runs this desk; nothing you typed is lost.",
    );
  if (
    state?.startsWith("08") ||
    state?.startsWith("57") ||
    state?.startsWith("53") ||
    code === "P1001" ||
    code === "P1017" ||
    code === "P2024" ||
    code === "P2028"
  )
    return say(
      "unavailable",
      "Not saved: the database does not answer. Nothing you typed is lost; try again in a moment.",
    );
  return error;
}
