import { DomainError } from "../errors.ts";
import { network } from "../throttle.ts";
import { requestCorrection } from "./commands.ts";
import { countReport } from "./gateway.ts";
import { reportInput, type ReturnedForm } from "./schema.ts";

/** The reference of what was kept, or the form with everything that was typed and why it was not. */
export type Reception =
  | { kept: true; reference: string }
  | { kept: false; status: 400 | 404 | 422 | 429 | 503; claim: string; form: ReturnedForm };

/** Takes a form that a reader sent without any script. Never throws for what the reader typed, and loses none of it. */
export async function receiveReport(fields: URLSearchParams, address: string | null): Promise<Reception> {
  // Browsers send the end of a line as two characters.
  const field = (name: string) => (fields.get(name) ?? "").replaceAll("\r\n", "\n");
  const values = { problem: field("problem"), sourceUrl: field("sourceUrl"), email: field("email") };
  const claim = field("claim");
  const refuse = (
    status: Extract<Reception, { kept: false }>["status"],
    message: string,
    wrong: Record<string, string> = {},
  ): Reception => ({ kept: false, status, claim, form: { values, message, fields: wrong } });

  const parsed = reportInput.safeParse({ claim, ...values });
  if (!parsed.success) {
    const wrong: Record<string, string> = {};
    for (const issue of parsed.error.issues) wrong[issue.path.join(".")] ??= issue.message;
    return refuse(422, wrong.claim ?? "This cannot be sent yet. Look at the marked fields.", wrong);
  }
  try {
    const from = address === null ? null : network(address);
    if (from !== null) await countReport(from);
    return { kept: true, ...(await requestCorrection(parsed.data, from)) };
  } catch (error) {
    if (!(error instanceof DomainError)) {
      console.error(error);
      return refuse(503, "Not sent: something went wrong here. Nothing you typed is lost; try again.");
    }
    if (error.code === "not_found")
      return refuse(404, "There is no such fact-check. Open it again and use the link at its end.");
    const isThrottled = error.cause === undefined && error.code === "unavailable";
    return refuse(isThrottled ? 429 : 503, error.message);
  }
}
