import pg from "pg";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { aMember } from "../../prisma/desk-factories.ts";
import type { Member } from "../auth/schema.ts";
import { db } from "../db.ts";
import { channel } from "../serving/channel.ts";
import { changeSettings } from "./commands.ts";
import { settingsInput } from "./schema.ts";
import { getPolicies } from "./policies.ts";
import { getDatabaseRoles, getSettings } from "./queries.ts";

let admin: Member;

beforeAll(async () => {
  admin = await aMember("admin");
});

const settings = () => getSettings(admin);

/** The tags that the work tells every instance. */
async function heard(work: () => Promise<unknown>): Promise<string[]> {
  const client = new pg.Client({ connectionString: process.env.PUBLIC_DATABASE_URL });
  await client.connect();
  onTestFinished(() => client.end());
  const tags: string[] = [];
  client.on("notification", ({ payload }) => tags.push(...(JSON.parse(payload ?? "[]") as string[])));
  await client.query(`LISTEN ${channel}`);
  await work();
  await client.query("SELECT 1");
  return tags;
}

test("an admin says who funds the desk: readers read it, the log has the change, and one page is dropped", async () => {
  const before = await settings();
  const tags = await heard(() => changeSettings(admin, { ...before, funding: "Its *readers* alone." }));
  expect(tags).toEqual(["policies"]);
  expect(await getPolicies()).toMatchObject({ funding: "Its *readers* alone.", staff: "" });
  const event = await db.auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
  expect(event).toMatchObject({ name: "settings.changed", actorId: admin.id, contributes: false });
  expect(JSON.parse(event.data)).toEqual({
    change: { before: { funding: before.funding }, after: { funding: "Its *readers* alone." } },
  });
});

test("another name of the desk drops every page, since it stands on each", async () => {
  const before = await settings();
  expect(await heard(() => changeSettings(admin, { ...before, deskName: "The bridge desk" }))).toEqual([
    "all",
  ]);
});

test("an admin says in which language the desk writes, in whatever spelling: readers read it, and every page is dropped", async () => {
  const before = await settings();
  expect(before.deskLanguage).toBe("en");
  const input = settingsInput.parse({ ...before, deskLanguage: " fr-ca" });
  expect(await heard(() => changeSettings(admin, input))).toEqual(["all"]);
  expect(await getPolicies()).toMatchObject({ deskLanguage: "fr-CA" });
  const event = await db.auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
  expect(JSON.parse(event.data)).toEqual({
    change: { before: { deskLanguage: "en" }, after: { deskLanguage: "fr-CA" } },
  });
  for (const deskLanguage of ["", "French", "x"])
    expect(settingsInput.safeParse({ ...before, deskLanguage }).success).toBe(false);
});

test("nothing changed is nothing written", async () => {
  const before = await settings();
  const events = await db.auditEvent.count();
  expect(await changeSettings(admin, before)).toEqual({ version: before.version });
  expect(await db.auditEvent.count()).toBe(events);
});

test("a form filled before somebody else saved is refused with what stands now", async () => {
  const before = await settings();
  await changeSettings(admin, { ...before, contact: "desk@example.org" });
  await expect(changeSettings(admin, { ...before, contact: "other@example.org" })).rejects.toMatchObject({
    code: "conflict",
    theirs: { contact: "desk@example.org", version: before.version + 1 },
  });
});

test("checkers and editors neither see nor change the settings", async () => {
  for (const role of ["checker", "editor"] as const) {
    const member = await aMember(role);
    await expect(getSettings(member)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getDatabaseRoles(member)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeSettings(member, await settings())).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("the roles are told as the connections have them, and that they are held apart", async () => {
  expect(await getDatabaseRoles(admin)).toEqual({
    owner: "assay_owner",
    application: "assay_app",
    readers: "assay_public",
    applicationIsHeld: true,
    readersAreHeld: true,
  });
});
