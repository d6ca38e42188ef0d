import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import type { PartyKind } from "./schema.ts";

export interface PartyView {
  id: string;
  name: string;
  kind: PartyKind;
  description: string | null;
}

/** Parties whose name contains the words, by name, at most 50: for the suggestions of a form. */
export async function listParties(_actor: Member, words = ""): Promise<PartyView[]> {
  return db.party.findMany({
    where: words ? { name: { contains: words, mode: "insensitive" } } : {},
    select: { id: true, name: true, kind: true, description: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 50,
  });
}
