import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { disconnect } from "./clients.ts";
import { databaseTime } from "./clock.ts";
import { db } from "./db.ts";

afterAll(disconnect);

test("the time of the database goes on within a transaction", async () => {
  const [first, second] = await db.$transaction(async (tx) => {
    const before = await databaseTime(tx);
    await tx.$queryRaw`SELECT pg_sleep(0.02)::text`;
    return [before, await databaseTime(tx)];
  });
  expect(second.getTime() - first.getTime()).toBeGreaterThanOrEqual(20);
});

/** Where the machine's own clock is meant, and nothing that it says orders what is kept. */
const mayAskTheMachine = [
  "capture/hop.ts", // when a server answered, before there is a database to ask
  "capture/warc.ts",
  "corrections/commands.ts", // the day that tells a second click from a second report
  "keeping/arrival.ts", // the age of a file in its folder
  "session.ts", // whether a cookie is of our time
  "throttle.ts", // how far the two clocks are apart
  "verdicts/queries.ts", // which day it is
];

test("nothing in lib asks the machine's clock for an instant that is kept", () => {
  const files = globSync("**/*.ts", { cwd: import.meta.dirname });
  const asking = files.filter(
    (file) =>
      !/(\.test|\/test-[^/]+)\.ts$/.test(file) &&
      /new Date\(\)|Date\.now\(\)/.test(readFileSync(join(import.meta.dirname, file), "utf8")),
  );
  expect(asking.sort()).toEqual(mayAskTheMachine);
  const schemas = globSync("../prisma/schema/*.prisma", { cwd: import.meta.dirname });
  expect(schemas.length).toBeGreaterThan(10);
  // Prisma would send what this machine's clock says, instead of leaving it to the database.
  for (const schema of schemas)
    expect(readFileSync(join(import.meta.dirname, schema), "utf8"), schema).not.toMatch(/now\(\)|@updatedAt/);
});
