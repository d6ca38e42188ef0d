import type { z } from "zod";
import type { ActionResult } from "./action-result.ts";
import type { Member } from "./auth/schema.ts";
import { DomainError, fromDatabase, unauthenticated } from "./errors.ts";
import { currentMember } from "./session.ts";

/**
 * Turns a command into a server action: asks who is there, checks the input against the schema, runs the command,
 * and answers refusals as values. Whatever else goes wrong is logged and answered without its details.
 */
export function defineAction<Schema extends z.ZodType, T>(
  schema: Schema,
  command: (actor: Member, input: z.output<Schema>) => Promise<T>,
): (input: unknown) => Promise<ActionResult<T>> {
  return async (input) => {
    try {
      const actor = await currentMember();
      if (!actor) throw unauthenticated();
      const parsed = schema.safeParse(input);
      if (!parsed.success) return refuseInput(parsed.error);
      return { ok: true, value: await command(actor, parsed.data) };
    } catch (error) {
      return refusal(error);
    }
  };
}

/** The same for what nobody has signed in for yet (joining by a link). */
export function definePublicAction<Schema extends z.ZodType, T>(
  schema: Schema,
  command: (input: z.output<Schema>) => Promise<T>,
): (input: unknown) => Promise<ActionResult<T>> {
  return async (input) => {
    try {
      const parsed = schema.safeParse(input);
      if (!parsed.success) return refuseInput(parsed.error);
      return { ok: true, value: await command(parsed.data) };
    } catch (error) {
      return refusal(error);
    }
  };
}

function refuseInput(error: z.ZodError): ActionResult<never> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".") || "form"] ??= issue.message;
  return {
    ok: false,
    code: "invalid",
    message: "Some of this cannot be saved yet. Look at the marked fields.",
    fields,
  };
}

function refusal(error: unknown): ActionResult<never> {
  const known = fromDatabase(error);
  if (known instanceof DomainError) {
    return {
      ok: false,
      code: known.code,
      message: known.message,
      ...(known.fields && { fields: known.fields }),
      ...(known.theirs && { theirs: known.theirs }),
    };
  }
  console.error(error);
  return {
    ok: false,
    code: "unavailable",
    message: "Not saved: something went wrong on the server. Nothing you typed is lost; try again.",
  };
}
