import { publicDb } from "../public-db.ts";
import type { Policies } from "./schema.ts";

/** What the desk says about itself, for readers. */
export const getPolicies = (): Promise<Policies> =>
  publicDb.publicSettings.findUniqueOrThrow({ where: { id: 1 }, select: policies });

export const policies = {
  deskName: true,
  deskLanguage: true,
  funding: true,
  staff: true,
  corrections: true,
  contact: true,
} as const;
