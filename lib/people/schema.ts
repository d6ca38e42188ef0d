import { z } from "zod";
import { role } from "../auth/schema.ts";
import { idempotencyKey, optionalText, text } from "../text.ts";

const isEmail = (value: string) => z.email().max(320).safeParse(value).success;
const addressWanted = "Write an e-mail address such as name@example.org.";

/** An e-mail address in lower case, as members are known by. */
const email = text("The e-mail address", 320).toLowerCase().refine(isEmail, addressWanted);
export const optionalEmail = optionalText("The e-mail address", 320).refine(
  (value) => value === "" || isEmail(value),
  addressWanted,
);

export const passwordMin = 12;
const passwordMax = 200;

/** After NIST SP 800-63B: length counts, composition does not. rules.ts says which ones are too easy. */
const newPassword = z
  .string()
  .refine(
    (value) => [...value].length >= passwordMin,
    `Take at least ${passwordMin} characters. A few words that do not belong together are easy to keep.`,
  )
  .refine(
    (value) => [...value].length <= passwordMax,
    `A password may have at most ${passwordMax} characters.`,
  )
  .refine((value) => value.isWellFormed(), "Remove the broken characters and try again.");

export const inviteInput = z.object({ email: optionalEmail, role, idempotencyKey });
export type InviteInput = z.infer<typeof inviteInput>;

export const invitationInput = z.object({ invitationId: z.uuid() });

export const acceptInput = z.object({
  token: z.string().max(200),
  name: text("Your name", 200),
  email,
  password: newPassword,
});
export type AcceptInput = z.infer<typeof acceptInput>;

export const changePasswordInput = z.object({
  current: z
    .string()
    .min(1, "Your password so far is missing.")
    .max(1000, "This is too long for a password."),
  password: newPassword,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const changeRoleInput = z.object({ userId: z.uuid(), role, version: z.int() });
export type ChangeRoleInput = z.infer<typeof changeRoleInput>;

export const memberInput = z.object({ userId: z.uuid() });
