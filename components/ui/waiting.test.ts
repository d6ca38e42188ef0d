import { expect, test } from "vitest";
import { waitingText } from "#components/ui/waiting";

test("what waits is told in minutes, then hours, then days and hours, and never in less than none", () => {
  const since = new Date("2031-05-20T12:00:00Z");
  const after = (minutes: number) => waitingText(since, new Date(since.getTime() + minutes * 60_000));
  expect([-5, 0, 59, 60, 119, 23 * 60 + 59].map(after)).toEqual([
    "0 min",
    "0 min",
    "59 min",
    "1 h",
    "1 h",
    "23 h",
  ]);
  expect([24 * 60, 52 * 60, 240 * 60].map(after)).toEqual(["1 d", "2 d 4 h", "10 d"]);
});
