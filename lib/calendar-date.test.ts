import { expect, test } from "vitest";
import { calendarDate, calendarDay } from "./calendar-date.ts";

const said = (schema: typeof calendarDate | typeof calendarDay, text: string) =>
  schema.safeParse(text).error?.issues.map(({ message }) => message);

test("a day that the calendar does not have is told apart from a date that is written in another way", () => {
  for (const none of ["2031-13-45", "2031-02-29", "2031-00"])
    expect(said(calendarDate, none)).toEqual([`The calendar has no ${none}.`]);
  expect(said(calendarDay, "2031-02-29")).toEqual(["The calendar has no 2031-02-29."]);
  for (const other of ["12.5.2031", "12 May 2031", "5/2031"]) {
    expect(said(calendarDate, other)?.[0]).toMatch(/^Write a date as 2015-10-01/);
    expect(said(calendarDay, other)?.[0]).toMatch(/^Write the day as/);
  }
  expect(calendarDate.parse("about 2031-05")).toBe("2031-05~");
  expect(calendarDay.parse("2032-02-29")).toBe("2032-02-29");
});
