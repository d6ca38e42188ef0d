import { z } from "zod";
import { text } from "../text.ts";

export const withholdingGrounds = ["safety", "privacy", "court"] as const;
export type WithholdingGround = (typeof withholdingGrounds)[number];

export const withholdInput = z.object({
  claimId: z.uuid(),
  /** One earlier edition; "" means the whole page: the current edition and every earlier one. */
  editionId: z.uuid().or(z.literal("")).default(""),
  ground: z.enum(withholdingGrounds, "Say on which ground."),
  reason: text("The reason for the desk", 2000),
});

export const withholdingRef = z.object({ withholdingId: z.uuid() });
export const liftInput = withholdingRef.extend({ reason: text("The reason for lifting it", 2000) });
