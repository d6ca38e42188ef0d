import { desk } from "./clients.ts";
import { lazy } from "./pools.ts";

/** Reads for the desk. PostgreSQL itself keeps it read-only: a write through it fails with 25006. */
export const db = lazy(() => desk().client);
