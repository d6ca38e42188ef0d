import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { z } from "zod";
import { recordPositionInput } from "../disputes/schema.ts";
import { attachEvidenceInput } from "../evidence/schema.ts";
import { emptyNewSource } from "./rules.ts";
import { addSourceInput } from "./schema.ts";

const keys = { idempotencyKey: randomUUID(), claimId: randomUUID() };
const empty = { by: "new", ...emptyNewSource, language: "en", quote: "", ...keys };
const evidence = { ...empty, kind: "quote", translator: "Anna" };
const position = { ...empty, party: "", partyKind: "person", translator: "Anna" };

test.each<[string, z.ZodType, object, string[]]>([
  ["a source", addSourceInput, { kind: "page", title: "", language: "en", ...keys }, ["title", "url"]],
  [
    "evidence",
    attachEvidenceInput,
    evidence,
    ["quote", "shows", "sourceTitle", "sourceUrl", "stance", "translation"],
  ],
  [
    "a position",
    recordPositionInput,
    position,
    ["party", "quote", "sourceTitle", "sourceUrl", "stance", "translation"],
  ],
])(
  "a form for %s says all that is amiss at once, also what must hold of several fields",
  (_, schema, given, amiss) => {
    const { error } = schema.safeParse(given);
    expect(error?.issues.map(({ path }) => path.join(".")).sort()).toEqual(amiss);
  },
);
