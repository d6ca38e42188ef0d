import type { Recorder, Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { fromColumns, toColumns } from "../calendar-date.ts";
import { nameParty } from "../parties/commands.ts";
import { orNull } from "../text.ts";
import type { RewordClaimInput } from "./schema.ts";

/** What the form of a claim holds, "" for what is not given. */
export type Content = Omit<RewordClaimInput, "claimId" | "version">;

/** The claim's words as its form has them; in one order, so that two of them can be compared. */
export function formOf(input: Content): Content {
  const { wording, kind, language, claimant, claimantKind, claimantUnknown, saidOn, saidWords } = input;
  return {
    wording,
    kind,
    language,
    claimant,
    claimantKind: claimant ? claimantKind : "",
    claimantUnknown,
    saidOn,
    saidWords,
  };
}

/** What stands in the database now, as the form has it. */
export async function contentOf(tx: Tx, claimId: string): Promise<Content> {
  const row = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      wording: true,
      kind: true,
      language: true,
      claimant: { select: { name: true, kind: true } },
      claimantUnknown: true,
      saidOn: true,
      saidPrecision: true,
      saidWords: true,
    },
  });
  return formOf({
    ...row,
    claimant: row.claimant?.name ?? "",
    claimantKind: row.claimant?.kind ?? "",
    saidOn: fromColumns(row.saidOn, row.saidPrecision) ?? "",
    saidWords: row.saidWords ?? "",
  });
}

/**
 * The columns of what the form holds. A claimant whose name and kind stay is the same party, whatever else the desk knows
 * of it: the form does not show its description.
 */
export async function toContent(
  tx: Tx,
  record: Recorder,
  actor: Member,
  input: Content,
  before: { claimantId: string | null; content: Content } | null = null,
) {
  const { on, precision } = toColumns(input.saidOn);
  const claimant = { name: input.claimant, kind: input.claimantKind, description: "" };
  const stays =
    before &&
    before.content.claimant === input.claimant &&
    before.content.claimantKind === input.claimantKind;
  return {
    wording: input.wording,
    kind: input.kind,
    language: input.language,
    claimantId: stays
      ? before.claimantId
      : input.claimant
        ? await nameParty(tx, record, actor, claimant)
        : null,
    claimantUnknown: input.claimantUnknown,
    saidOn: on,
    saidPrecision: precision,
    saidWords: orNull(input.saidWords),
  };
}
