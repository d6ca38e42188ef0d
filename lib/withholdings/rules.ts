import type { WithholdingGround } from "./schema.ts";

/** Within so many hours a second person confirms or lifts a withholding. */
const hoursToConfirm = 24;

/** Until when a second person has to have looked at it. */
export const confirmBy = (withheldAt: Date): Date =>
  new Date(withheldAt.getTime() + hoursToConfirm * 3_600_000);

export const groundNames: Record<WithholdingGround, string> = {
  safety: "Safety",
  privacy: "Privacy",
  court: "Court order",
};

/** What each ground is for, where it is chosen. */
export const groundMeanings: Record<WithholdingGround, string> = {
  safety: "What is published puts somebody in danger.",
  privacy: "What is published intrudes on somebody who has a right to be left out of it.",
  court: "A court or a law forbids it for the time being.",
};
