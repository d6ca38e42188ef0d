import { audited, Unchanged, type Tx } from "../audit/audited.ts";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { conflict, forbidden, invalid } from "../errors.ts";
import { notify } from "./commands.ts";
import { canChangeSettings } from "./policy.ts";
import type { RatingLook, ScaleInput, ScaleRating } from "./schema.ts";

const fields = {
  code: true,
  name: true,
  definition: true,
  value: true,
  hue: true,
  glyph: true,
  unresolved: true,
} as const;

interface Rating {
  code: string;
  name: string;
  definition: string;
  value: number | null;
  hue: string;
  glyph: string;
  unresolved: boolean;
}

const inForm = ({ code, name, definition, hue, glyph, unresolved }: Rating): ScaleRating => ({
  code,
  name,
  definition,
  look: `${hue} ${glyph}` as RatingLook,
  unresolved,
});

/** The live scale as its form shows it, and the ratings that it had once and has no more; for admins. */
export async function getScale(actor: Member): Promise<ScaleInput & { former: ScaleRating[] }> {
  if (!canChangeSettings(actor)) throw forbidden("Only an admin sees the settings of the scale.");
  const { version, ratings } = await liveScale(db);
  const codes = new Set(ratings.map(({ code }) => code));
  const ever = await latestOfEach(db);
  const former = [...ever.values()].filter(({ code }) => !codes.has(code));
  return { version, ratings: ratings.map(inForm), former: former.map(inForm) };
}

/**
 * Puts a new version of the scale in the place of the live one. Drafts go over to it by the codes of their ratings; what is
 * submitted or published keeps the rating that it has. A code never means another rating: its number, look and rules stay. Refuses
 * everybody but admins, and a form that was filled before somebody else saved.
 */
export async function reviseScale(actor: Member, input: ScaleInput): Promise<{ version: number }> {
  return audited(actor, async (tx, record) => {
    await tx.$queryRaw`SELECT id FROM public_settings WHERE id = 1 FOR UPDATE`;
    if (!canChangeSettings(actor)) throw forbidden("Only an admin revises the scale.");
    const before = await liveScale(tx);
    if (before.version !== input.version)
      throw conflict("Somebody revised the scale meanwhile. Reload to see it before you save yours.");
    const after = withCodes(input.ratings, await latestOfEach(tx));
    if (JSON.stringify(before.ratings) === JSON.stringify(after))
      return new Unchanged({ version: input.version });
    if (!after.some(({ unresolved }) => unresolved))
      throw invalid("A scale needs a rating for what is not resolved: bring one back, or add one.");
    const version = input.version + 1;
    const { id: scaleId } = await tx.ratingScale.create({ data: { version }, select: { id: true } });
    await tx.rating.createMany({
      data: after.map((rating, at) => ({ ...rating, scaleId, position: at + 1 })),
    });
    const scale = after.map(({ unresolved: _unresolved, ...rating }) => rating);
    await tx.publicSettings.update({
      where: { id: 1 },
      data: { scale, scaleVersion: version },
      select: { id: true },
    });
    await tx.$executeRaw`
      UPDATE verdicts v SET rating_id = now.id FROM ratings was, ratings now
      WHERE was.id = v.rating_id AND now.scale_id = ${scaleId}::uuid AND now.code = was.code`;
    await notify(tx, "all");
    const told = (ratings: Rating[]) => Object.fromEntries(ratings.map((r) => [r.name, r.definition]));
    record({
      name: "settings.scale-revised",
      version,
      change: { before: told(before.ratings), after: told(after) },
    });
    return { version };
  });
}

async function liveScale(tx: Pick<Tx, "ratingScale">): Promise<{ version: number; ratings: Rating[] }> {
  return tx.ratingScale.findFirstOrThrow({
    orderBy: { version: "desc" },
    select: { version: true, ratings: { orderBy: { position: "asc" }, select: fields } },
  });
}

/** Every rating that the desk ever had by its code, as it was last. */
async function latestOfEach(tx: Pick<Tx, "rating">): Promise<Map<string, Rating>> {
  const rows = await tx.rating.findMany({
    orderBy: [{ scale: { version: "asc" } }, { position: "asc" }],
    select: fields,
  });
  return new Map(rows.map((row) => [row.code, row]));
}

/** The ratings of a form with what a code holds for good; a new one gets a code of its own, from its name. */
function withCodes(ratings: ScaleRating[], known: ReadonlyMap<string, Rating>): Rating[] {
  const codes = new Set(known.keys());
  return ratings.map(({ code, name, definition, look, unresolved }, at) => {
    if (code !== "") {
      const same = known.get(code);
      if (!same)
        throw invalid("The scale cannot be saved.", {
          [`ratings.${at}.name`]: "This is no rating of this desk. Add it as a new one.",
        });
      return { ...same, name, definition };
    }
    const [hue = "", glyph = ""] = look.split(" ");
    const own = codeFrom(name, codes);
    codes.add(own);
    return { code: own, name, definition, value: null, hue, glyph, unresolved };
  });
}

/** Letters and digits of any script, so that it can stand in an address as it is. */
function codeFrom(name: string, taken: ReadonlySet<string>): string {
  const plain =
    name
      .toLowerCase()
      .normalize("NFC")
      .match(/[\p{L}\p{N}]+/gu)
      ?.join("_") || "rating";
  for (let n = 1; ; n++) {
    const code = n === 1 ? plain : `${plain}_${n}`;
    if (!taken.has(code)) return code;
  }
}
