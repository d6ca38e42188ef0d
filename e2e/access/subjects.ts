import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { makeCopy } from "../copies.ts";
import { aClaim, aFetch, aFigure, anArticle, anEvent, anEvidence, aSource, aVerdict, key } from "./desk.ts";
import type { Desk } from "./desk.ts";
import { Person } from "./person.ts";
import { addCapturedCopy } from "./rows.ts";

// What the actions are tried on: real articles, claims and editions, each made for one try by the actions themselves.

export interface Article {
  articleId: string;
  versionId: string;
}

export interface Claim extends Article {
  claimId: string;
  number: number;
}

export interface Edition extends Claim {
  editionId: string;
  digest: string;
}

export const article = (by: Person): Promise<Article> => by.do("articles.addArticle", anArticle());

export async function loggedClaim(by: Person): Promise<Claim> {
  const made = await article(by);
  return {
    ...made,
    ...(await by.do<{ claimId: string; number: number }>("claims.logClaim", aClaim(made.versionId))),
  };
}

export async function claimInChecking(by: Person): Promise<Claim> {
  const claim = await loggedClaim(by);
  await by.do("claims.startChecking", { claimId: claim.claimId });
  return claim;
}

export async function evidenceInChecking(by: Person): Promise<Claim & { evidenceId: string }> {
  const claim = await claimInChecking(by);
  const evidence = anEvidence(claim.claimId);
  return { ...claim, ...(await by.do<{ evidenceId: string }>("evidence.attachEvidence", evidence)) };
}

/** The id of a measure that one figure counts. */
export async function measure(by: Person): Promise<string> {
  await by.do("figures.addFigure", aFigure(await evidenceInChecking(by)));
  const [found] = await by.do<{ id: string }[]>("figures.findMeasures", { words: "carts" });
  if (!found) throw new Error("The measure that was just defined is not found.");
  return found.id;
}

/** A claim that passes the checklist. */
export async function readyClaim(by: Person): Promise<Claim> {
  const claim = await claimInChecking(by);
  await by.do("evidence.attachEvidence", anEvidence(claim.claimId));
  await by.do("verdicts.proposeVerdict", aVerdict(claim.claimId));
  for (const item of ["counter-evidence", "claimant-asked", "second-source", "primary-source"])
    await by.do("editions.waiveItem", { claimId: claim.claimId, item, reason: "There was no time." });
  return claim;
}

export const editionInReview = async (by: Person): Promise<Edition> => submitted(by, await readyClaim(by));

async function submitted(by: Person, claim: Claim): Promise<Edition> {
  const frozen = await by.do<{ editionId: string; digest: string }>("editions.submitForReview", {
    claimId: claim.claimId,
    correctionClass: "",
    correctionReason: "",
  });
  return { ...claim, ...frozen };
}

/** Two approved editions of claims that contradict each other. */
export async function contradictingEditions(by: Person, editor: Person): Promise<[Edition, Edition]> {
  const [one, other] = [await readyClaim(by), await readyClaim(by)];
  await by.do("disputes.relateClaims", {
    claimId: one.claimId,
    other: String(other.number),
    kind: "contradicts",
    reason: "They cannot both be right.",
  });
  const editions: [Edition, Edition] = [await submitted(by, one), await submitted(by, other)];
  for (const { editionId, digest } of editions)
    await editor.do("editions.approveEdition", { editionId, digest, note: "" });
  return editions;
}

export async function approvedEdition(by: Person, editor: Person): Promise<Edition> {
  const edition = await editionInReview(by);
  const { editionId, digest } = edition;
  await editor.do("editions.approveEdition", { editionId, digest, note: "" });
  return edition;
}

export async function publishedClaim(by: Person, editor: Person): Promise<Edition & { slug: string }> {
  const edition = await editionInReview(by);
  const { editionId, digest } = edition;
  const { slug } = await editor.do<{ slug: string }>("publication.approveAndPublish", {
    editionId,
    digest,
    note: "",
  });
  return { ...edition, slug };
}

export async function claimInRevision(by: Person, editor: Person): Promise<Edition> {
  const claim = await publishedClaim(by, editor);
  await by.do("editions.startRevising", { claimId: claim.claimId });
  return claim;
}

export const source = (by: Person): Promise<{ sourceId: string }> => by.do("sources.addSource", aSource());

/** A source with an address, of which nobody asked for a copy. */
export const webSource = (by: Person): Promise<{ sourceId: string }> =>
  by.do("sources.addSource", {
    ...aSource(),
    url: `https://example.invalid/${randomUUID()}`,
    capture: false,
  });

/** The address of a file that was added to a source, once the worker has looked into it. */
export async function keptFile(by: Person): Promise<string> {
  const { sourceId } = await source(by);
  const query = `fileName=book.txt&idempotencyKey=${randomUUID()}`;
  const sent = await by.ask(`/desk/sources/${sourceId}/files?${query}`, {
    method: "POST",
    headers: { Origin: by.site, "Content-Type": "application/octet-stream" },
    body: "Toll book. Carts: twelve.",
  });
  const { snapshotId } = JSON.parse(sent.body) as { snapshotId: string };
  const address = `/desk/snapshots/${snapshotId}/files/text`;
  for (let tries = 0; (await by.ask(address)).status !== 200; tries++) {
    if (tries === 150) throw new Error("The worker has not looked into the file.");
    await pause(200);
  }
  return address;
}

/** A copy that was asked for, of an address that no server has. */
export const askedCopy = async (by: Person): Promise<{ snapshotId: string }> =>
  by.do("sources.captureAgain", { ...(await webSource(by)), ...key() });

/** A copy that readers are led to by a published claim. */
export async function publicCopy(by: Person, editor: Person): Promise<string> {
  const claim = await readyClaim(by);
  const { sourceId } = await webSource(by);
  const { snapshotId } = await makeCopy(sourceId, "Carts: twelve.");
  await by.do("evidence.attachEvidence", { ...anEvidence(claim.claimId), by: "known", sourceId });
  const { editionId, digest } = await submitted(by, claim);
  await editor.do("publication.approveAndPublish", { editionId, digest, note: "" });
  return snapshotId;
}

/** A page that was asked for and is no article yet. */
export async function fetchedCopy(by: Person): Promise<string> {
  const { snapshotId } = await by.do<{ snapshotId: string }>("articles.fetchArticle", aFetch());
  return snapshotId;
}

/** An article with an address, of which nobody asked for a copy. */
export const webArticle = (by: Person): Promise<Article> =>
  by.do("articles.addArticle", { ...anArticle(), url: aFetch().url });

/** An article, and a later copy of its page, by plain rows: no server of these tests has a page that changes. */
export async function changedPage(by: Person): Promise<{ snapshotId: string; articleVersionId: string }> {
  const { articleId, versionId: articleVersionId } = await webArticle(by);
  return { snapshotId: await addCapturedCopy(articleId), articleVersionId };
}

/** A passage, and the second version of its article, which altered it. */
export async function alteration(by: Person): Promise<{ passageId: string; articleVersionId: string }> {
  const { articleId, versionId, claimId } = await loggedClaim(by);
  const cited = { claimId, articleVersionId: versionId, exact: "Rain came later" };
  const { passageId } = await by.do<{ passageId: string }>("claims.addPassage", cited);
  const text = anArticle().text.replace("Rain came", "Snow came");
  const added = await by.do<{ versionId: string }>("claims.addArticleVersion", {
    articleId,
    text,
    version: 1,
  });
  return { passageId, articleVersionId: added.versionId };
}

export const event = (by: Person): Promise<{ eventId: string }> => by.do("events.addEvent", anEvent());

/** A party of a name of its own, named on a new event, where parties come to the desk with their ids. */
export async function party(by: Person): Promise<{ partyId: string }> {
  const { eventId } = await event(by);
  const named = { partyId: "", party: `A ferryman ${randomUUID()}`, partyKind: "person" };
  return by.do("events.setInvolvement", { eventId, ...named, involvement: "not_involved", note: "" });
}

/** What may be saved as the settings next; whoever sends an old version is told the one that stands. */
export async function settings(admin: Person): Promise<object> {
  const texts = { funding: "Its readers.", staff: "", corrections: "", contact: "" };
  const links = { checkLinks: true, keepToRobots: true };
  const input = { deskName: "The bridge desk", deskLanguage: "en", ...texts, ...links, version: 0 };
  const refused = await admin.call("settings.changeSettings", input);
  return { ...input, contact: randomUUID(), version: refused.ok ? 0 : refused.theirs?.version };
}

const defaultRatings = [
  "True",
  "Mostly true",
  "Mixed",
  "Mostly false",
  "False",
  "Misleading",
  "Missing context",
  "Outdated",
  "Contested",
  "Unverified",
];

/** What may be saved as the scale next: the ratings under their names, each defined anew. */
export async function scale(admin: Person): Promise<object> {
  const { body } = await admin.ask("/desk/settings/scale");
  const ratings = defaultRatings.map((name) => ({
    code: name.toLowerCase().replace(" ", "_"),
    name,
    definition: `What it means: ${randomUUID()}`,
    look: "none open-circle",
    unresolved: false,
  }));
  return { version: Number(/version (?:<!-- -->)?(\d+)/.exec(body)?.[1]), ratings };
}

/** A reader's report of an error in a published claim, as the form without a script sends it. */
export async function correctionRequest({
  checker,
  editor,
}: Desk): Promise<{ requestId: string; path: string }> {
  const { slug } = await publishedClaim(checker, editor);
  const form = { claim: slug, problem: "The toll book has thirteen carts.", sourceUrl: "", email: "" };
  const reader = new Person();
  const answer = await reader.ask("/report/send", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: reader.site },
    body: new URLSearchParams(form).toString(),
    from: `127.${randomInt(1, 250)}.${randomInt(250)}.${randomInt(1, 250)}`,
  });
  const path = answer.headers.location ?? "";
  const list = await checker.ask("/desk/requests");
  const requestId = /\/desk\/requests\/([0-9a-f-]{36})/.exec(list.body)?.[1] ?? "";
  return { requestId, path };
}
