import { unstable_rethrow } from "next/navigation";
import type { ActionResult } from "#lib/action-result";

export type Action<T> = (input: unknown) => Promise<ActionResult<T>>;

export const UNREACHED = "Not saved: the server could not be reached. Nothing you typed is lost; try again.";

/** Calls a server action and answers always: a dead network and a 5xx become a refusal with a sentence. */
export async function callAction<T>(action: Action<T>, input: unknown): Promise<ActionResult<T>> {
  try {
    const result: ActionResult<T> | undefined = await action(input);
    // Something other than the application answered, such as a proxy's error page with a good status.
    return result ?? { ok: false, code: "unavailable", message: UNREACHED };
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, code: "unavailable", message: UNREACHED };
  }
}
