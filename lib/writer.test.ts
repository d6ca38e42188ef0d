import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { aMember } from "../prisma/desk-factories.ts";
import { disconnect } from "./clients.ts";
import { db } from "./db.ts";
import { writing } from "./writer.ts";

const options = { isolationLevel: "ReadCommitted", maxWait: 4000, timeout: 8000 } as const;
const row = (slug: string, createdById: string = randomUUID()) => ({ slug, name: slug, createdById });
const refused = expect.objectContaining({
  message: expect.stringContaining("read-only transaction") as string,
});

afterAll(disconnect);

test("PostgreSQL refuses every write of the desk's client outside the one way to write", async () => {
  const linked = { ...row("linked"), claims: { create: { claimId: randomUUID() } } };
  await expect(db.topic.create({ data: row("alone") })).rejects.toEqual(refused);
  await expect(db.topic.create({ data: linked })).rejects.toEqual(refused);
  await expect(db.$transaction([db.topic.create({ data: row("listed") })])).rejects.toEqual(refused);
  await expect(db.$transaction((tx) => tx.topic.create({ data: row("within") }))).rejects.toEqual(refused);
  await expect(db.$executeRaw`DELETE FROM topics`).rejects.toEqual(refused);
});

test("a transaction that may write lends that to none that runs beside it or is begun from it", async () => {
  const { id } = await aMember();
  await writing(async (tx) => {
    await expect(
      db.$transaction((other) => other.topic.create({ data: row("from-it", id) })),
    ).rejects.toEqual(refused);
    await tx.topic.create({ data: row("written", id) });
  }, options);
  const [beside] = await Promise.allSettled([
    db.$transaction((other) => other.topic.create({ data: row("beside", id) })),
    writing((tx) => tx.topic.create({ data: row("too", id) }), options),
  ]);
  expect(beside).toEqual({ status: "rejected", reason: refused });
  const kept = await db.topic.findMany({ select: { slug: true }, orderBy: { slug: "asc" } });
  expect(kept.map(({ slug }) => slug)).toEqual(["too", "written"]);
});
