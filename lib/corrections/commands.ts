import { createHmac, randomBytes } from "node:crypto";
import { audited, Unchanged, type Tx } from "../audit/audited.ts";
import { system } from "../auth/queries.ts";
import type { Member } from "../auth/schema.ts";
import { databaseTime } from "../clock.ts";
import { env } from "../env.ts";
import { conflict, forbidden, invalid, notFound } from "../errors.ts";
import { canAnswer, canTakeUp } from "./policy.ts";
import { referenceOf } from "./rules.ts";
import type { AnswerInput, ReportInput, RequestOutcome, RequestState } from "./schema.ts";

/**
 * Keeps what a reader reports and answers the reference by which to follow it. The same report from the same network on
 * the same day is one: without a script, a form cannot tell a double click. Refuses a claim that was never public.
 */
export async function requestCorrection(
  input: ReportInput,
  from: string | null,
): Promise<{ reference: string }> {
  return audited(system, async (tx, record) => {
    const { claimId, editionNumber } = await findReported(tx, input.claim);
    const idempotencyKey = sameReport(input, from);
    const made = await tx.correctionRequest.createManyAndReturn({
      data: [
        {
          reference: referenceOf(randomBytes(16)),
          claimId,
          editionNumber,
          problem: input.problem,
          sourceUrl: input.sourceUrl || null,
          email: input.email || null,
          idempotencyKey,
        },
      ],
      skipDuplicates: true,
      select: { id: true, reference: true },
    });
    const [first] = made;
    if (!first) {
      const known = await tx.correctionRequest.findUniqueOrThrow({
        where: { idempotencyKey },
        select: { reference: true },
      });
      return new Unchanged(known);
    }
    record({ name: "correction.requested", claimId, requestId: first.id, editionNumber });
    return { reference: first.reference };
  });
}

/** The edition that stands at the claim's address, or that is withheld there: whom it concerns may have to report it. */
async function findReported(tx: Tx, slug: string): Promise<{ claimId: string; editionNumber: number }> {
  const select = { claimId: true, editionNumber: true };
  const publication = await tx.publication.findUnique({ where: { slug }, select });
  if (publication) return publication;
  const withheld = await tx.withheldEdition.findFirst({
    where: { slug },
    orderBy: { number: "desc" },
    select: { claimId: true, number: true },
  });
  if (!withheld) throw notFound("fact-check");
  return { claimId: withheld.claimId, editionNumber: withheld.number };
}

/** A UUID of what was reported, from where and on which day; the secret keeps the address out of the database. */
function sameReport(input: ReportInput, from: string | null): string {
  const day = new Date().toISOString().slice(0, 10);
  const said = JSON.stringify([day, from, input.claim, input.problem, input.sourceUrl, input.email]);
  const hex = createHmac("sha256", env().NEXTAUTH_SECRET).update(`report ${said}`).digest("hex");
  return hex.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");
}

/** Says to the reader that somebody looks at it; refuses one that somebody took up or answered already. */
export async function takeUpRequest(
  actor: Member,
  input: { requestId: string; version: number },
): Promise<{ version: number }> {
  return audited(actor, async (tx, record) => {
    const request = await lockRequest(tx, input.requestId);
    if (!canTakeUp(actor)) throw forbidden();
    if (request.state !== "received" || request.version !== input.version)
      throw conflict("Somebody took this request up meanwhile. Reload to see it.");
    const { version } = await tx.correctionRequest.update({
      where: { id: request.id },
      data: {
        state: "looking",
        handledById: actor.id,
        takenUpAt: await databaseTime(tx),
        version: { increment: 1 },
      },
      select: { version: true },
    });
    record({ name: "correction.taken-up", claimId: request.claimId, requestId: request.id });
    return { version };
  });
}

/**
 * Answers the reader, for good. Refuses checkers, a second answer, and "corrected" as long as readers still see the
 * edition in which the error was reported.
 */
export async function answerRequest(actor: Member, input: AnswerInput): Promise<{ version: number }> {
  return audited(actor, async (tx, record) => {
    const request = await lockRequest(tx, input.requestId);
    if (!canAnswer(actor)) throw forbidden("Only editors and admins answer readers.");
    if (request.state === "answered" || request.version !== input.version)
      throw conflict("Somebody changed this request meanwhile. Compare the two before you answer.", {
        outcome: request.outcome ?? "",
        answer: request.answer ?? "",
        version: request.version,
      });
    if (input.outcome === "corrected") await expectCorrected(tx, request);
    const { version } = await tx.correctionRequest.update({
      where: { id: request.id },
      data: {
        state: "answered",
        outcome: input.outcome,
        answer: input.answer,
        handledById: actor.id,
        answeredAt: await databaseTime(tx),
        version: { increment: 1 },
      },
      select: { version: true },
    });
    record({
      name: "correction.answered",
      claimId: request.claimId,
      requestId: request.id,
      outcome: input.outcome,
    });
    return { version };
  });
}

async function expectCorrected(tx: Tx, request: LockedRequest): Promise<void> {
  const publication = await tx.publication.findUnique({
    where: { claimId: request.claimId },
    select: { editionNumber: true },
  });
  if (publication && publication.editionNumber > request.editionNumber) return;
  const sentence = publication
    ? `Readers still see edition ${publication.editionNumber}, in which this was reported. Publish the correction first.`
    : "The page is withheld, so readers see no correction. Publish it first, or choose another outcome.";
  throw invalid(sentence, { outcome: sentence });
}

interface LockedRequest {
  id: string;
  claimId: string;
  editionNumber: number;
  state: RequestState;
  outcome: RequestOutcome | null;
  answer: string | null;
  version: number;
}

async function lockRequest(tx: Tx, requestId: string): Promise<LockedRequest> {
  const rows = await tx.$queryRaw<LockedRequest[]>`
    SELECT id, claim_id AS "claimId", edition_number AS "editionNumber", state::text, outcome::text, answer, version
    FROM correction_requests WHERE id = ${requestId}::uuid FOR UPDATE`;
  const request = rows[0];
  if (!request) throw notFound("correction request");
  return request;
}
