import { StoreProblem } from "../keeping/store.ts";
import { TimestampProblem } from "../keeping/timestamps.ts";

/**
 * What went wrong, for logs and the queue, without the words of the error: an address or a row in them may be that of a
 * confidential source. It names the class, the code and the places in the code, of the error and of what caused it. Of problems whose
 * sentences name only the store or the authority, the sentence.
 */
export function discreetly(error: unknown): string {
  if (error instanceof StoreProblem || error instanceof TimestampProblem) return error.message;
  if (!(error instanceof Error)) return `something that is no error (${typeof error})`;
  const { code } = error as NodeJS.ErrnoException;
  const name = /^\w+$/.test(error.constructor.name) ? error.constructor.name : "Error";
  const what = typeof code === "string" && /^\w+$/.test(code) ? `${name} ${code}` : name;
  // The stack begins with the message, which may have lines of its own that look like places.
  const places = (error.stack ?? "")
    .replace(error.message, "")
    .split("\n")
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 12);
  const cause = error.cause === undefined ? [] : [`  caused by ${discreetly(error.cause)}`];
  return [what, ...places, ...cause].join("\n");
}
