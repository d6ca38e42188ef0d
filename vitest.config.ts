import { defineConfig } from "vitest/config";

// One file by hand: node node_modules/vitest/vitest.mjs run lib/claims/rules.test.ts (on Node 24).
export default defineConfig({
  test: {
    include: ["{lib,components,prisma,scripts}/**/*.test.{ts,tsx}"],
    globalSetup: "prisma/test-cluster.ts",
    setupFiles: ["prisma/test-setup.ts"],
    pool: "forks",
    maxWorkers: "100%", // by itself it would leave one core of two idle, and half of a test is waiting for the database
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
