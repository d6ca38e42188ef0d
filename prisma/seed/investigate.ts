import { randomUUID } from "node:crypto";
import { addArticle } from "#lib/articles/commands";
import { markCoverage } from "#lib/articles/coverage";
import type { Member } from "#lib/auth/schema";
import { assignClaim, logClaim, setClaimEvent, shelveClaim, startChecking } from "#lib/claims/commands";
import { addArticleVersion } from "#lib/claims/versions";
import { relateClaims } from "#lib/disputes/commands";
import { setClaimTopics } from "#lib/topics/commands";
import { attach } from "./attach.ts";
import { nameSpeakers, prepare, type Ground } from "./ground.ts";
import { ask } from "./ask.ts";
import { publishAll } from "./publish.ts";
import type { Desk, Investigation, SampleClaim } from "./sample.ts";

type Logged = { claimId: string; number: number };

/** Where words stand in a text, in code points. */
function spanOf(text: string, words: string): { start: number; end: number } {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`The sample's article does not say: ${words}`);
  const start = Array.from(text.slice(0, at)).length;
  return { start, end: start + Array.from(words).length };
}

/** Takes an investigation as far as it goes, by the desk's own commands as three people. */
export async function investigate(desk: Desk, investigation: Investigation): Promise<void> {
  const { checker } = desk;
  const { articleId, versionId } = await addArticle(checker, {
    outlet: "",
    author: "",
    url: "",
    publishedOn: "",
    language: "en",
    ...investigation.article,
    idempotencyKey: randomUUID(),
  });
  const ground = await prepare(desk, investigation);
  const known = new Map<string, Logged>();
  for (const claim of investigation.claims) known.set(claim.key, await log(checker, versionId, claim));
  await nameSpeakers(checker, investigation);
  const spans = investigation.opinions.map((words) => spanOf(investigation.article.text, words));
  await markCoverage(checker, { articleVersionId: versionId, kind: "opinion", spans });
  for (const claim of investigation.claims) await check(desk, claim, known, ground);
  const { laterText: text } = investigation;
  if (text) await addArticleVersion(checker, { articleId, text, version: 1 });
}

async function log(checker: Member, articleVersionId: string, claim: SampleClaim): Promise<Logged> {
  return logClaim(checker, {
    idempotencyKey: randomUUID(),
    articleVersionId,
    exact: claim.exact,
    wording: claim.wording,
    kind: claim.kind,
    language: "en",
    claimant: claim.claimant?.name ?? "",
    claimantKind: claim.claimant?.kind ?? "",
    claimantUnknown: claim.claimant === null,
    saidOn: claim.saidOn ?? "",
    saidWords: claim.saidWords ?? "",
  });
}

async function check(desk: Desk, claim: SampleClaim, known: Map<string, Logged>, ground: Ground) {
  const { checker } = desk;
  const { claimId } = of(known, claim.key);
  if (claim.event)
    await setClaimEvent(checker, { claimId, eventId: ground.events.get(claim.event) ?? "", version: "" });
  if (claim.shelved) {
    await shelveClaim(checker, { claimId, ...claim.shelved, duplicateOf: "" });
    return;
  }
  if (claim.until === "logged") return;
  await assignClaim(checker, { claimId, assigneeId: checker.id, version: "" });
  await startChecking(checker, { claimId });
  if (claim.topics) await setClaimTopics(checker, { claimId, topics: claim.topics.join(", "), version: "" });
  await attach(checker, claimId, ground, claim);
  for (const { to, kind, reason } of claim.relations ?? [])
    await relateClaims(checker, { claimId, other: String(of(known, to).number), kind, reason });
  for (const request of claim.requests ?? []) await ask(checker, claimId, request);
  await publishAll(desk, claimId, claim, ground);
}

function of(known: Map<string, Logged>, key: string): Logged {
  const logged = known.get(key);
  if (!logged) throw new Error(`The sample has no claim ${key}.`);
  return logged;
}
