import { z } from "zod";
import { areWell, optionalText, text } from "../text.ts";

export const partyKinds = [
  "person",
  "organisation",
  "government",
  "armed_force",
  "outlet",
  "unnamed",
] as const;
export const partyKind = z.enum(partyKinds, "Say what kind of party this is.");
export type PartyKind = z.infer<typeof partyKind>;

/** Of a party that a form need not name; "" as long as nobody chose, since a guess would soon be taken for a fact. */
export const partyKindIfNamed = z.enum([...partyKinds, ""], "Say what kind of party this is.").default("");

/** The rule of such a form: whoever names a party says what it is. `field` has its kind, `fields` what the rule looks at. */
export const kindOfNamed = (field: string, fields: z.ZodType) => ({
  message: "Say what kind of party this is.",
  path: [field],
  when: areWell(fields),
});

/** Who speaks; an unnamed source has its description as its name ("a military source"). */
export const partyInput = z.object({
  name: text("The name", 300),
  kind: partyKind,
  description: optionalText("The description", 1000),
});
export type PartyInput = z.infer<typeof partyInput>;

/** `speaksFor` is the id of the party whose words these are; "" means that it speaks for itself. */
export const revisePartyInput = partyInput.extend({
  partyId: z.uuid(),
  speaksFor: z.uuid("Choose a party, or empty this.").or(z.literal("")).default(""),
  version: z.int(),
});
export type RevisePartyInput = z.infer<typeof revisePartyInput>;

export const findPartiesInput = z.object({ words: optionalText("The search", 300) });
