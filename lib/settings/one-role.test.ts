import { beforeAll, expect, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import { getDatabaseRoles } from "./queries.ts";

beforeAll(() => {
  // Before any connection is opened: one role, the owner, for everything.
  process.env.DATABASE_URL = process.env.MIGRATION_DATABASE_URL;
  process.env.PUBLIC_DATABASE_URL = process.env.MIGRATION_DATABASE_URL;
});

test("with one role for everything nothing is said to be held apart", async () => {
  const roles = await getDatabaseRoles(await aMember("admin"));
  expect(new Set([roles.owner, roles.application, roles.readers]).size).toBe(1);
  expect(roles).toMatchObject({ applicationIsHeld: false, readersAreHeld: false });
});
