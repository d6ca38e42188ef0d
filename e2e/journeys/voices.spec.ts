import { claimInChecking } from "../desk-work.ts";
import { expect, fresh, test, visit } from "../fixtures.ts";

test("an unnamed source that a newspaper and an agency relay, one without information, and a question are recorded", async ({
  checker,
}) => {
  const mill = fresh("The mill");
  const [gazette, wire] = [fresh("The Harbour Gazette"), fresh("Northern Wire")];
  const { number } = await claimInChecking(
    checker,
    { title: `${mill} burns`, text: `${mill} was set on fire, a clerk said on Thursday.\n` },
    { words: `${mill} was set on fire`, wording: `${mill} was set on fire by its owner` },
  );

  await checker.locator("summary").filter({ hasText: "Record a position" }).click();
  const form = checker.getByRole("form", { name: "Record a position" });
  await form.getByLabel("Party", { exact: true }).fill("A clerk of the court");
  await form.getByLabel("The party is").selectOption({ label: "Unnamed source" });
  await form.getByLabel("Described as").fill("who saw the file");
  await form.getByRole("radio", { name: "Asserts" }).check();
  await form.getByLabel("Hedged").check();
  await form.getByLabel("Quote", { exact: true }).fill("Es sieht nach Brandstiftung aus.");
  await form.getByLabel("Language of the quote").fill("de");
  await form.getByLabel("Translation").fill("It looks like arson.");
  await form.getByLabel("In the source's words").fill("Thursday");

  // The agency first, then the newspaper before it: the chain is put in order by keyboard alone.
  const add = form.getByRole("button", { name: "Add a relay" });
  await add.focus();
  await checker.keyboard.press("Enter");
  await expect(form.getByLabel("Heard by")).toBeFocused();
  await checker.keyboard.type(wire);
  await form.getByLabel("Which is").selectOption({ label: "Outlet" });
  await add.focus();
  await checker.keyboard.press("Enter");
  await expect(form.getByLabel("Then by")).toBeFocused();
  await checker.keyboard.type(gazette);
  await form.getByLabel("Which is").last().selectOption({ label: "Outlet" });
  await form.getByRole("button", { name: "Move place 2 up" }).focus();
  await checker.keyboard.press("Enter");
  await expect(form.getByLabel("Heard by")).toHaveValue(gazette);
  await expect(form.getByRole("button", { name: "Move place 1 down" })).toBeFocused();
  await checker.keyboard.press("Control+Enter");
  await expect(form.getByText("Say who translated it")).toBeVisible();
  await form.getByLabel("Translated by").fill("the desk");
  await checker.keyboard.press("Control+Enter");

  const disputed = checker.locator("#disputed-by");
  const clerk = disputed.getByRole("listitem").filter({ hasText: "A clerk of the court" });
  await expect(clerk).toContainText("(who saw the file) asserted, hedged");
  await expect(clerk).toContainText("It looks like arson. (translated by the desk)");
  await expect(clerk).toContainText(`“Thursday” · relayed by ${gazette}, then ${wire}`);

  const record = async (party: string, stance: string, quote: string) => {
    await form.getByLabel("Party", { exact: true }).fill(party);
    await form.getByLabel("The party is").selectOption({ label: "Person" });
    await form.getByRole("radio", { name: stance, exact: true }).check();
    await form.getByLabel("Quote", { exact: true }).fill(quote);
    await form.getByRole("button", { name: "Record position" }).click();
    await expect(disputed.getByText(`“${quote}”`)).toBeVisible();
  };
  await record("The mayor", "Has no information", "I have not seen the file.");
  await record("A neighbour", "Suggests", "Why was the insurance raised in May?");
  const group = (name: string) => disputed.getByRole("region", { name, exact: true });
  await expect(group("Parties")).toContainText("No party is recorded as denying or doubting it.");
  await expect(group("Asked or heard, without an answer")).toContainText("The mayor had no information");
  await expect(group("Other positions")).toContainText("A neighbour suggested");

  // The chain is shown where it is changed, and what replaces the position keeps it.
  await clerk.getByRole("button", { name: "Change" }).click();
  const change = checker.getByRole("form", { name: "Change a position" });
  await expect(change.getByLabel("Then by")).toHaveValue(wire);
  await change.getByRole("radio", { name: "Doubts" }).check();
  await change.getByRole("button", { name: "Record instead" }).click();
  await expect(group("Parties")).toContainText(`relayed by ${gazette}, then ${wire}`);
  await expect(disputed.getByText("“Es sieht nach Brandstiftung aus.”")).toHaveCount(1);

  await clerk.getByRole("link", { name: gazette }).click();
  await expect(checker.getByRole("heading", { name: gazette, level: 1 })).toBeVisible();
  await expect(checker.getByRole("region", { name: "Passed on" })).toContainText(`C-${number}`);
});

test("a claim gets an event, whose parties are involved or not; a spokesman speaks for one of them", async ({
  checker,
}) => {
  const [bridge, board] = [fresh("The bridge"), fresh("The river board")];
  const { number } = await claimInChecking(
    checker,
    { title: `${bridge} falls`, text: `${bridge} fell, ${board} said.\n` },
    { words: `${bridge} fell`, wording: `${bridge} fell at night`, claimant: fresh("A spokeswoman") },
  );
  await checker.locator("summary").filter({ hasText: "Say to which event it belongs" }).click();
  await checker.getByRole("link", { name: "Add a new event" }).click();
  await checker.getByLabel("Name", { exact: true }).fill(`The fall of ${bridge}`);
  await checker.getByLabel("Date", { exact: false }).first().fill("about 1931-05");
  await checker.getByLabel("Place (optional)").fill("Heronsbridge");
  await checker.getByRole("button", { name: "Add event" }).click();
  await expect(checker.getByText("Say how exactly the place is known")).toBeVisible();
  await checker.getByLabel("How exactly the place is known").selectOption({ label: "Town or village" });
  await checker.getByRole("button", { name: "Add event" }).click();
  await checker.waitForURL(`**/desk/claims/${number}`);
  await checker.getByRole("link", { name: `The fall of ${bridge}` }).click();

  await expect(checker.getByText("about May 1931")).toBeVisible();
  await expect(checker.getByText("Heronsbridge (town or village)")).toBeVisible();
  await checker.locator("summary").filter({ hasText: "Say who is involved" }).click();
  const involve = checker.getByRole("form", { name: "Say who is involved" });
  await involve.getByLabel("Party", { exact: true }).fill(board);
  await involve.getByLabel("The party is").selectOption({ label: "Organisation" });
  await involve.getByLabel("In what way").fill("It kept the bridge.");
  await involve.getByRole("button", { name: "Save the involvement" }).click();
  await expect(checker.getByText(`${board}: involved in the conflict`)).toBeVisible();

  await visit(checker, `/desk/claims/${number}`);
  await checker.locator("#claim").getByRole("link", { name: "A spokeswoman" }).click();
  await checker.getByRole("button", { name: "Revise" }).click();
  const revise = checker.getByRole("form", { name: "Revise the party" });
  await revise.getByLabel("Kind", { exact: true }).selectOption({ label: "Person" });
  await revise.getByLabel("Speaks for").fill(board);
  await revise.getByRole("button", { name: board }).click();
  await revise.getByRole("button", { name: "Save the party" }).click();
  await expect(checker.getByRole("link", { name: board })).toBeVisible();
  await visit(checker, `/desk/claims/${number}`);
  await expect(checker.locator("#claim").getByText(`speaking for ${board}`)).toBeVisible();
});
