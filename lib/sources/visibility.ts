import type { Prisma } from "#prisma/generated/client";
import { Unchanged, type Recorder, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { databaseTime } from "../clock.ts";
import { forbidden, invalid } from "../errors.ts";
import { changeSource, lockSource } from "./commands.ts";
import { canSetVisibility } from "./policy.ts";
import { normaliseUrl } from "./rules.ts";
import type { SetVisibilityInput } from "./schema.ts";

/**
 * A step: says who may see a source. A described one takes the description that readers get; a hidden one the words that
 * this editor vouches for. Readers see a source whole again only where that was confirmed. The log has who may see it
 * before and after, and no value.
 */
export async function changeVisibility(
  tx: Tx,
  record: Recorder,
  actor: Member,
  input: SetVisibilityInput,
): Promise<{ version: number } | Unchanged<{ version: number }>> {
  const source = await lockSource(tx, input);
  const to = input.visibility;
  if (!canSetVisibility(actor, source, to)) throw forbidden(refusal(to));
  if (to === "public" && source.visibility === "public") return new Unchanged({ version: source.version });
  if (to === "public" && !input.confirmed)
    throw invalid("Readers would see all of this source.", {
      confirmed: "Confirm that readers and the whole desk may see all of this source.",
    });
  record({
    name: "source.visibility-set",
    sourceId: source.id,
    change: { before: { visibility: source.visibility }, after: { visibility: to } },
  });
  return changeSource(tx, source, {
    visibility: to,
    ...(to === "described" && { description: input.description }),
    ...(to === "hidden"
      ? { attestation: input.attestation, attestedById: actor.id, attestedAt: await databaseTime(tx) }
      : { attestation: null, attestedById: null, attestedAt: null }),
    ...(to !== source.visibility && { normalisedUrl: await addressAs(tx, to, source.url) }),
  } satisfies Prisma.SourceUncheckedUpdateInput);
}

const refusal = (to: SetVisibilityInput["visibility"]): string =>
  to === "hidden"
    ? "Only editors and admins hide a source, since they vouch for it."
    : to === "public"
      ? "Only editors and admins let readers see a confidential source."
      : "Only editors, admins and the member who added this source describe it.";

/** The address by which the desk knows a source: only a public one, and only where no other has it meanwhile. */
async function addressAs(
  tx: Tx,
  to: SetVisibilityInput["visibility"],
  url: string | null,
): Promise<string | null> {
  if (to !== "public" || url === null) return null;
  const normalisedUrl = normaliseUrl(url);
  const other = await tx.source.findUnique({ where: { normalisedUrl }, select: { id: true } });
  return other ? null : normalisedUrl;
}
