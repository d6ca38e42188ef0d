import { desk, lazy, readers, searchers } from "./clients.ts";

/** Reads for the desk. PostgreSQL itself keeps it read-only: a write through it fails with 25006. */
export const db = lazy(() => desk().client);

/** Reads for readers, by the role that sees published copies and nothing else; its client knows nothing else either. */
export const publicDb = lazy(readers);

/** The same for what a reader's own words look up: a statement that takes longer than 300 ms is cut off (SQLSTATE 57014). */
export const searchDb = lazy(searchers);
