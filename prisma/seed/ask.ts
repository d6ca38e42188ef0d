import { randomUUID } from "node:crypto";
import type { Member } from "#lib/auth/schema";
import { requestComment } from "#lib/verdicts/requests";
import { requestCommentInput } from "#lib/verdicts/schema";
import type { SampleRequest } from "./sample.ts";

/** Records whom the desk asked for comment and what came of it, or why nobody was asked. */
export async function ask(checker: Member, claimId: string, request: SampleRequest): Promise<void> {
  const { party, answered, silent, notAsked = "", ...asked } = request;
  const outcome = answered ? "answered" : silent ? "silence" : notAsked ? "not_asked" : "waiting";
  await requestComment(
    checker,
    requestCommentInput.parse({
      ...asked,
      claimId,
      party: party.name,
      partyKind: party.kind,
      partyDescription: party.description ?? "",
      outcome,
      answeredOn: answered?.on ?? "",
      answer: answered?.words ?? "",
      reason: notAsked,
      idempotencyKey: randomUUID(),
    }),
  );
}
