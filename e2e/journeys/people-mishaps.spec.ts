import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { addArticle } from "../desk-work.ts";
import { expect, hydrated, signIn, test, visit } from "../fixtures.ts";

interface Newcomer {
  name: string;
  email: string;
  password: string;
  link: string;
}

/** An admin makes a link, and somebody joins by it; their window is on the desk afterwards. */
async function join(admin: Page, page: Page, name: string): Promise<Newcomer> {
  await visit(admin, "/desk/members");
  await admin.getByRole("form", { name: "Invite a member" }).getByRole("radio", { name: "Checker" }).check();
  await admin.getByRole("button", { name: "Make a link" }).click();
  const link = await admin.getByLabel("Link for the new member").inputValue();
  const newcomer = {
    name,
    email: `${randomUUID()}@assay.example`,
    password: `several plain words ${randomUUID()}`,
    link: new URL(link).pathname,
  };
  await visit(page, newcomer.link);
  await page.getByLabel("Your name").fill(newcomer.name);
  await page.getByLabel("E-mail address").fill(newcomer.email);
  await page.getByLabel("Password").fill(newcomer.password);
  await page.getByRole("button", { name: "Join the desk" }).click();
  await expect(page.getByRole("heading", { name: "My work", level: 1 })).toBeVisible();
  await hydrated(page);
  return newcomer;
}

test("an invitation lets one person in, once", async ({ admin, windows }) => {
  const newcomer = await join(admin, await windows.open(), "Once Only");
  const second = await windows.open();
  await second.goto(newcomer.link);
  await expect(second.getByRole("heading", { name: "This link cannot be used" })).toBeVisible();
  await expect(second.getByLabel("Password")).toHaveCount(0);
});

test("a member who was deactivated is told at the next click, and nothing is saved", async ({
  admin,
  windows,
}) => {
  const page = await windows.open();
  const { name } = await join(admin, page, "Leaving Soon");
  await addArticle(page, { title: "Written before leaving", text: "Something happened.\n" });
  await page.getByRole("button", { name: "Log claim" }).click();

  await visit(admin, "/desk/members");
  await admin.getByRole("row", { name }).getByRole("button", { name: "Deactivate" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(admin.getByRole("row", { name }).getByText("Deactivated")).toBeVisible();

  const form = page.getByRole("form", { name: "Log a claim" });
  await form.getByLabel("Words in the article").fill("Something happened");
  await form.getByLabel("In neutral words").fill("Something happened after leaving");
  await form.getByLabel("Kind", { exact: true }).selectOption({ label: "Event" });
  await form.getByRole("button", { name: "Log", exact: true }).click();
  await expect(form.getByRole("alert")).toContainText("Sign in");
  await expect(form.getByLabel("In neutral words")).toHaveValue("Something happened after leaving");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.getByRole("link", { name: "Claims", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("signing out everywhere ends the session of every other window", async ({ admin, windows }) => {
  const [here, there] = [await windows.open(), await windows.open()];
  const newcomer = await join(admin, here, "Two Windows");
  await signIn(there, newcomer);
  await visit(here, "/desk/account");
  await here.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(here.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await there.getByRole("link", { name: "Sources" }).click();
  await expect(there.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("an unknown address and a wrong password are answered alike, and the sixth try has to wait", async ({
  admin,
  windows,
}) => {
  windows.expectErrors(/status of 401/);
  const known = await join(admin, await windows.open(), "Often Guessed");
  const page = await windows.open();
  await visit(page, "/sign-in");
  const attempt = async (email: string) => {
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill("not the password");
    const answered = page.waitForResponse(/callback\/credentials/);
    await page.getByRole("button", { name: "Sign in" }).click();
    await answered;
    const alert = page.getByRole("form", { name: "Sign in" }).getByRole("alert");
    await expect(alert).toBeVisible();
    return alert.innerText();
  };
  const wrong = "The e-mail address or the password is not right.";
  expect(await attempt(`${randomUUID()}@assay.example`)).toBe(wrong);
  for (let tries = 1; tries <= 5; tries++) expect(await attempt(known.email)).toBe(wrong);
  expect(await attempt(known.email)).toMatch(/^Too many attempts\. Wait \d+ seconds/);
});
