import { randomUUID } from "node:crypto";
import type { Member } from "#lib/auth/schema";
import { recordPosition } from "#lib/disputes/commands";
import { recordPositionInput } from "#lib/disputes/schema";
import { attachEvidence } from "#lib/evidence/commands";
import { attachEvidenceInput } from "#lib/evidence/schema";
import { addFigure } from "#lib/figures/commands";
import { addFigureInput } from "#lib/figures/schema";
import type { Ground } from "./ground.ts";
import type { SampleEvidence, SampleFigure, SamplePosition } from "./sample.ts";

/** Attaches evidence and positions to a claim, each with its figures, through the schemas of their forms. */
export async function attach(
  checker: Member,
  claimId: string,
  { sources, copies }: Pick<Ground, "sources" | "copies">,
  { evidence = [], positions = [] }: { evidence?: SampleEvidence[]; positions?: SamplePosition[] },
): Promise<void> {
  const from = (key: string) => ({ by: "known", sourceId: sources.get(key), idempotencyKey: randomUUID() });
  for (const { by, figures, ...piece } of evidence) {
    const copy = copies.get(by);
    const quoted =
      copy && piece.quote && copy.text.includes(piece.quote) ? { snapshotId: copy.snapshotId } : {};
    const input = { language: "en", ...piece, ...quoted, ...from(by), claimId };
    const { evidenceId } = await attachEvidence(checker, attachEvidenceInput.parse(input));
    await give(checker, claimId, { on: "evidence", ownerId: evidenceId }, figures);
  }
  for (const { by, figures, party, ...position } of positions) {
    const named = { party: party.name, partyKind: party.kind, partyDescription: party.description ?? "" };
    const input = { language: "en", ...position, ...named, ...from(by), claimId };
    const { positionId } = await recordPosition(checker, recordPositionInput.parse(input));
    await give(checker, claimId, { on: "position", ownerId: positionId }, figures);
  }
}

async function give(
  checker: Member,
  claimId: string,
  owner: { on: "evidence" | "position"; ownerId: string },
  figures: SampleFigure[] = [],
): Promise<void> {
  for (const { words, qualifier = "words_only", number, upTo, asOf = "", measure } of figures) {
    const typed = { number: String(number ?? ""), upTo: String(upTo ?? "") };
    const input = { claimId, ...owner, words, qualifier, ...typed, asOf, measureBy: "new", ...measure };
    await addFigure(checker, addFigureInput.parse(input));
  }
}
