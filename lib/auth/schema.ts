import { z } from "zod";

export const role = z.enum(["checker", "editor", "admin"]);
export type Role = z.infer<typeof role>;

declare const minted: unique symbol;

/** A signed-in member as the database knows them at this moment. Only lib/auth makes one. */
export interface Member {
  readonly [minted]: true;
  readonly kind: "member";
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** What the system does by itself: set-up, and a person who joins by a link. */
export interface System {
  readonly [minted]: true;
  readonly kind: "system";
}

export type Actor = Member | System;
