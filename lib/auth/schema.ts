import { z } from "zod";
import { text } from "../text.ts";

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

/** Any text may be tried; what cannot be an address of a member is answered like one that is not. */
export const signInInput = z.object({
  email: text("The e-mail address", 320).toLowerCase(),
  password: z.string().min(1, "The password is missing.").max(1000, "This is too long for a password."),
});
export type SignInInput = z.infer<typeof signInInput>;
