import { defineConfig } from "prisma/config";

// Prisma's own command is used for `generate` alone; migrations go through scripts/migrate.ts.
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
