import { randomUUID } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { root } from "../../scripts/options.ts";

/** What stands in no row unless an extra key was written. */
export const marks = { text: `mark-${randomUUID()}`, date: "1999-09-09", number: 424_242_421 };

/** Keys that inputs have by right, although columns are named so too. */
const ofInputs = ["start", "end"];

/**
 * Any choice of the columns and relations of the database's models, as a client would send them who hopes that they are
 * written. Ids are those of `member`, who is real, so that no foreign key refuses what a command would let through.
 */
export function extraKeys(member: string): fc.Arbitrary<Record<string, unknown>> {
  const fields = [...modelFields(member)].filter(([name]) => !ofInputs.includes(name));
  const names = fields.map(([name]) => name);
  const known: Record<string, unknown> = Object.fromEntries(fields);
  return fc
    .subarray(names, { minLength: Math.floor((names.length * 3) / 4) })
    .map((chosen) => Object.fromEntries(chosen.map((name) => [name, known[name]])));
}

function modelFields(member: string): Map<string, unknown> {
  const text = globSync("prisma/schema/*.prisma", { cwd: root })
    .map((file) => readFileSync(join(root, file), "utf8"))
    .join("\n");
  const enums = new Map(
    [...text.matchAll(/^enum (\w+) \{([^}]*)\}/gm)].map(([, name, body]) => [
      name,
      body?.trim().split(/\s+/).at(-1),
    ]),
  );
  const values: Record<string, unknown> = {
    Int: marks.number,
    BigInt: marks.number,
    Boolean: true,
    DateTime: `${marks.date}T00:00:00.000Z`,
    Json: { mark: marks.text },
  };
  const fields = new Map<string, unknown>([
    ["actor", { id: member, role: "admin" }],
    ["actorId", member],
    ["isAdmin", true],
  ]);
  for (const [, body] of text.matchAll(/^model \w+ \{([^}]*)\}/gm))
    for (const [line, name, type, list] of body?.matchAll(/^\s+(\w+)\s+(\w+)(\[\])?.*$/gm) ?? []) {
      if (!name || !type) continue;
      const ofText = line.includes("@db.Uuid") ? member : marks.text;
      const value =
        type === "String" ? ofText : (values[type] ?? enums.get(type) ?? { connect: { id: member } });
      fields.set(name, list ? [value] : value);
    }
  fields.set("role", "admin");
  fields.set("publicState", "public");
  return fields;
}
