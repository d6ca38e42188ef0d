import { lazy } from "./clients.ts";

/** The one client that can write. A boundary rule lets `audited` alone import it. */
export const writer = lazy("write");
