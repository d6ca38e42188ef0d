import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { aPosition, draftWords, openDesk, roles, type Desk } from "./desk.ts";
import { builtActions, builtRoutes } from "./endpoints.ts";
import { actionRows } from "./expectations.ts";
import type { Answer } from "./person.ts";
import { addressesOf, everyone, routeRows } from "./routes.ts";
import * as subjects from "./subjects.ts";

let desk: Desk;

test.beforeAll(async () => {
  desk = await openDesk();
});

test("every page, route and server action of the build has its row, and every row is of the build", () => {
  const routes = builtRoutes();
  const actions = [...builtActions().keys()];
  expect(routes.length).toBeGreaterThan(20);
  expect(actions.length).toBeGreaterThan(30);
  expect(routes.toSorted()).toEqual(Object.keys(routeRows).toSorted());
  expect(actions.toSorted()).toEqual(Object.keys(actionRows).toSorted());
});

test("every page and route is shown to exactly those whom its row names", async () => {
  const addresses = await addressesOf(desk, Object.keys(routeRows));
  for (const [pattern, row] of Object.entries(routeRows)) {
    const address = addresses.get(pattern) ?? pattern;
    const shown: Partial<Record<(typeof everyone)[number], string>> = {};
    for (const who of everyone) {
      const answer = await desk[who].ask(address);
      shown[who] = whatIsShown(answer, address);
      if (shown[who] !== "page") expect(answer.body, `${who} ${address}`).not.toContain(draftWords);
    }
    const { nobody, checker, editor, admin } = row;
    expect(shown, address).toEqual({ nobody, checker, editor, admin });
  }
});

for (const [name, row] of Object.entries(actionRows)) {
  const allowed = roles.filter((role) => row[role] === "ok");
  const refused = roles.filter((role) => row[role] === "forbidden");
  test(`${name}: ${allowed.join(", ")}${row.isPublic ? " and everybody else" : ""}`, async () => {
    for (const role of allowed) {
      // The refusals come first, on the very subject on which the call then succeeds: nothing but the role refuses.
      const input = await row.input(desk);
      if (!row.isPublic) expect(await desk.nobody.outcome(name, input), "nobody").toBe("unauthenticated");
      for (const other of refused) expect(await desk[other].outcome(name, input), other).toBe("forbidden");
      const caller = row.isOwn ? await desk.join(role) : desk[role];
      expect(await caller.call(name, input), role).toMatchObject({ ok: true });
    }
    if (row.isPublic) expect(await desk.nobody.outcome(name, await row.input(desk)), "nobody").toBe("ok");
  });
}

test("no editor and no admin decides on what they helped to make", async () => {
  for (const maker of ["editor", "admin"] as const) {
    const { editionId, digest } = await subjects.editionInReview(desk[maker]);
    const decisions = {
      "editions.requestChanges": { editionId, note: "Again." },
      "editions.approveEdition": { editionId, digest, note: "" },
      "publication.approveAndPublish": { editionId, digest, note: "" },
    };
    for (const [name, input] of Object.entries(decisions))
      expect(await desk[maker].outcome(name, input), `${maker} ${name}`).toBe("forbidden");
    const second = maker === "editor" ? desk.admin : desk.editor;
    expect(await second.outcome("editions.approveEdition", { editionId, digest, note: "" })).toBe("ok");
  }
});

test("one position recorded on somebody else's claim makes an editor one who helped", async () => {
  const { claimId } = await subjects.readyClaim(desk.checker);
  await desk.editor.do("disputes.recordPosition", aPosition(claimId));
  const submission = { claimId, correctionClass: "", correctionReason: "" };
  const edition = await desk.checker.do<{ editionId: string; digest: string }>(
    "editions.submitForReview",
    submission,
  );
  const decision = { editionId: edition.editionId, digest: edition.digest, note: "" };
  expect(await desk.editor.outcome("publication.approveAndPublish", decision)).toBe("forbidden");
  expect(await desk.admin.outcome("publication.approveAndPublish", decision)).toBe("ok");
});

test("nobody opens to readers the text that they added, and nobody changes their own role or access", async () => {
  for (const who of ["editor", "admin"] as const) {
    const { articleId } = await subjects.article(desk[who]);
    expect(await desk[who].outcome("publication.openFullText", { articleId }), who).toBe("forbidden");
  }
  const { admin } = desk;
  const own = { userId: admin.id };
  expect(await admin.outcome("people.changeRole", { ...own, role: "checker", version: 1 })).toBe("forbidden");
  expect(await admin.outcome("people.deactivateMember", own)).toBe("forbidden");
  expect(await admin.outcome("people.reactivateMember", own)).toBe("forbidden");
});

test("everybody ends their own sessions everywhere, and is nobody from then on", async () => {
  for (const role of roles) {
    const member = await desk.join(role);
    expect(await member.outcome("people.signOutEverywhere", { userId: member.id }), role).toBe("ok");
    expect(await member.outcome("sources.findSources", { words: "toll" }), role).toBe("unauthenticated");
    expect(whatIsShown(await member.ask("/desk"), "/desk"), role).toBe("sign-in");
  }
});

test("a member whose role is taken away is refused with the session that they have", async () => {
  const member = await desk.join("editor");
  const { editionId, digest } = await subjects.editionInReview(desk.checker);
  const change = { userId: member.id, role: "checker", version: 1 };
  await desk.admin.do("people.changeRole", change);
  const decision = { editionId, digest, note: "" };
  expect(await member.outcome("editions.approveEdition", decision)).toBe("forbidden");
  await desk.admin.do("people.deactivateMember", { userId: member.id });
  expect(await member.outcome("editions.approveEdition", decision)).toBe("unauthenticated");
});

test("what is not published has no public address, for members neither", async () => {
  const { number } = await subjects.editionInReview(desk.checker);
  const slug = `${draftWords.toLowerCase().replaceAll(" ", "-")}-c${number}`;
  const { slug: published } = await subjects.publishedClaim(desk.checker, desk.editor);
  expect(published.replace(/\d+$/, ""), "the slug is made as this test makes it").toBe(
    slug.replace(/\d+$/, ""),
  );
  for (const who of everyone) {
    for (const address of [
      `/claims/${slug}`,
      `/claims/${slug}/editions/1`,
      `/claims/${published}/editions/2`,
      `/api/v1/claims/${slug}`,
    ]) {
      const { status, body } = await desk[who].ask(address);
      expect(status, `${who} ${address}`).toBe(404);
      expect(body, `${who} ${address}`).not.toContain("The toll book lists");
    }
  }
});

test("a file is taken from members, on their own site, and from nobody else", async () => {
  const { sourceId } = await subjects.source(desk.checker);
  const send = async (who: (typeof everyone)[number], headers: Record<string, string> = {}) => {
    const path = `/desk/sources/${sourceId}/files?fileName=book.txt&idempotencyKey=${randomUUID()}`;
    const origin = { Origin: desk[who].site, "Content-Type": "application/octet-stream", ...headers };
    return desk[who].ask(path, { method: "POST", body: "Carts: twelve.", headers: origin });
  };
  for (const role of roles) expect((await send(role)).status, role).toBe(201);
  expect((await send("nobody")).status).toBe(401);
  expect((await send("admin", { Origin: "https://elsewhere.example" })).status).toBe(403);
});

test("routes answer no other method than their own", async () => {
  for (const address of ["/api/health", "/api/v1/claims"])
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      expect((await desk.admin.ask(address, { method })).status, `${method} ${address}`).toBe(405);
});

function whatIsShown({ status, headers }: Answer, address: string): string {
  if (status === 200) return "page";
  if (status === 404 || status === 405) return "none";
  if (status === 307 && headers.location === `/sign-in?callbackUrl=${encodeURIComponent(address)}`)
    return "sign-in";
  if (status === 307 && headers.location === "/desk") return "desk";
  if (status === 308 && headers.location === "/report") return "form";
  return `${status} ${headers.location ?? ""}`;
}
