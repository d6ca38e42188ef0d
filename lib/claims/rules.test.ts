import { expect, test } from "vitest";
import { closedSentence, isDraftOpen } from "./rules.ts";
import { stages } from "./schema.ts";

test("a claim that is not open for changes says at which stage it is and how it is opened", () => {
  const closed = stages.filter((one) => !isDraftOpen(one));
  expect(closed).toHaveLength(5);
  for (const one of closed)
    expect(closedSentence("C-7", one)).toMatch(/^C-7 is [a-z ]+\. .+ to change it\.$/);
  expect(closedSentence("C-7", "in_review")).toBe("C-7 is in review. Withdraw it from review to change it.");
});
