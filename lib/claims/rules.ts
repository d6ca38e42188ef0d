import slugify from "@sindresorhus/slugify";
import type { RefoundOutcome } from "../articles/schema.ts";
import type { ClaimKind, PublicState, ShelvedReason, Stage } from "./schema.ts";

/** Everything that moves a claim from one stage to another, by the verb on its button. */
export type StageVerb =
  | "start checking"
  | "shelve"
  | "reopen"
  | "submit"
  | "withdraw"
  | "request changes"
  | "approve"
  | "take back"
  | "publish"
  | "start revising"
  | "abandon revision"
  | "retract"
  | "publish retraction";

interface Transition {
  from: readonly Stage[];
  /** Where it leads; a claim that was public before comes back to another stage than one that never was. */
  to: Stage | { never: Stage; public: Stage; retracted: Stage };
}

const back = { never: "checking", public: "revising", retracted: "revising" } as const;

/** The stage table of the workflow: the commands refuse by it, and the buttons are shown by it. */
export const transitions: Record<StageVerb, Transition> = {
  "start checking": { from: ["logged"], to: "checking" },
  shelve: { from: ["logged", "checking"], to: "shelved" },
  reopen: { from: ["shelved"], to: "checking" },
  submit: { from: ["checking", "revising"], to: "in_review" },
  withdraw: { from: ["in_review"], to: back },
  "request changes": { from: ["in_review"], to: back },
  approve: { from: ["in_review"], to: "approved" },
  "take back": { from: ["approved"], to: "in_review" },
  publish: { from: ["approved"], to: "published" },
  "start revising": { from: ["published", "retracted"], to: "revising" },
  "abandon revision": {
    from: ["revising"],
    to: { never: "checking", public: "published", retracted: "retracted" },
  },
  retract: { from: ["published"], to: "in_review" },
  "publish retraction": { from: ["approved"], to: "retracted" },
};

/** Where the verb leads from this stage; null where the table has no such step. */
export function nextStage(verb: StageVerb, claim: { stage: Stage; publicState: PublicState }): Stage | null {
  const { from, to } = transitions[verb];
  if (!from.includes(claim.stage)) return null;
  return typeof to === "string" ? to : to[claim.publicState];
}

/** What readers would see of the claim may change only while the desk works on it. */
export const isDraftOpen = (stage: Stage): boolean =>
  stage === "logged" || stage === "checking" || stage === "revising";

const toOpen: Partial<Record<Stage, string>> = {
  in_review: "Withdraw it from review to change it.",
  approved: "Have an editor take it back to change it.",
  published: "Start revising it to change it.",
  retracted: "Start revising it to change it.",
  shelved: "Reopen it to change it.",
};

/** Why a claim that is not open for changes is not, and what opens it; `claim` is what the sentence calls it. */
export const closedSentence = (claim: string, stage: Stage): string =>
  `${claim} is ${stageNames[stage].toLowerCase()}. ${toOpen[stage] ?? ""}`.trim();

/** What became of a passage in a later version. */
export const fateNames: Record<RefoundOutcome, string> = {
  exact: "Exact",
  moved: "Moved",
  altered: "Altered",
  lost: "Lost",
};

export const stageNames: Record<Stage, string> = {
  logged: "Logged",
  checking: "Checking",
  in_review: "In review",
  approved: "Approved",
  published: "Published",
  revising: "Revising",
  retracted: "Retracted",
  shelved: "Shelved",
};

/** Whether readers see a notice in the place of its page: what was ever published is there, unless it is withheld. */
export const isWithheld = (claim: { publicState: PublicState; publication: object | null }): boolean =>
  claim.publicState !== "never" && claim.publication === null;

/**
 * What is said of where a claim stands: its stage, and beside it that its page is withheld. The latter is said instead of
 * "published", which would be untrue; of any other stage it takes nothing back.
 */
export function standingOf({
  stage,
  isWithheld: withheld,
}: {
  stage: Stage;
  isWithheld: boolean;
}): (Stage | "withheld")[] {
  if (!withheld) return [stage];
  return stage === "published" ? ["withheld"] : [stage, "withheld"];
}

export const standingNames: Record<Stage | "withheld", string> = { ...stageNames, withheld: "Withheld" };

/** The same in words that follow a number or stand before a reason: "Revising, withheld". */
export const standingWords = (claim: { stage: Stage; isWithheld: boolean }): string => {
  const [first = "", ...more] = standingOf(claim).map((each) => standingNames[each]);
  return [first, ...more.map((word) => word.toLowerCase())].join(", ");
};

export const claimKindNames: Record<ClaimKind, string> = {
  quantity: "Quantity",
  identity: "Identity",
  responsibility: "Responsibility",
  place: "Place",
  time: "Time",
  event: "Event",
  comparison: "Comparison",
  status: "Status (legal or formal)",
  quote: "Quote",
  cause: "Cause",
  intention: "Intention",
  media: "Media",
};

export const shelvedReasonNames: Record<ShelvedReason, string> = {
  not_checkable: "Not checkable",
  out_of_scope: "Out of scope",
  duplicate: "Duplicate",
};

/** The public number as it is written everywhere: C-1042. */
export const publicNumber = (number: number): string => `C-${number}`;

/** The address of a claim: its words and its number, which makes it unique whatever the words. */
export function claimSlug(wording: string, number: number): string {
  const words = slugify(wording, { decamelize: false }).slice(0, 80).replace(/-+$/, "");
  return `${words || "claim"}-c${number}`;
}
