import type { PrismaClient } from "#prisma/generated/client";
import { lazy } from "./clients.ts";

/** Reads for the desk. Its transactions are read-only in PostgreSQL itself: a write through it fails with 25006. */
export const db = lazy("read");

/** Reads for readers, by the role that sees published copies and nothing else. */
export const publicDb = lazy("public") as unknown as Pick<
  PrismaClient,
  | "publication"
  | "publishedEdition"
  | "publicArticle"
  | "publicCopy"
  | "publicSettings"
  | "publicFacet"
  | "$queryRaw"
  | "$disconnect"
>;

/** The same for what a reader's own words look up: a statement that takes longer than 300 ms is cut off (SQLSTATE 57014). */
export const searchDb = lazy("search") as unknown as Pick<PrismaClient, "$queryRaw">;
