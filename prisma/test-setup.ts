// Runs before each test file: a file that may touch the database gets one of its own, in the variables that lib reads.
import { expect } from "vitest";
import { createTestDatabase } from "./test-database.ts";

// What a library is about to take away is mended now: a deprecation fails the run.
process.throwDeprecation = true;

/** Tests of these files know no database by the rules of the architecture, and need not wait for one. */
const PURE = /((schema|rules|policy)\.test\.ts|lib\/(capture|keeping|uploads)\/.+\.test\.ts)$/;

if (!PURE.test(expect.getState().testPath ?? "")) {
  const urls = await createTestDatabase();
  process.env.MIGRATION_DATABASE_URL = urls.owner;
  process.env.DATABASE_URL = urls.app;
  process.env.PUBLIC_DATABASE_URL = urls.public;
}
process.env.ASSAY_URL = "http://localhost:3000";
process.env.NEXTAUTH_SECRET = "a-secret-that-only-tests-know-of-0123456789";
