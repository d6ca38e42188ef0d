import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { partsBody } from "../publication/parts.ts";
import { FrameOfPages } from "./frame.ts";

let frame: FrameOfPages;
let said: string[];

beforeEach(() => {
  frame = new FrameOfPages();
  said = [];
  vi.spyOn(console, "error").mockImplementation((line: string) => void said.push(line));
});
afterEach(() => vi.restoreAllMocks());

const around = (head: string, main: string, desk = "Assay") =>
  `<head><i/>${head}</head><b>${desk}</b><main>${main}</main><p>end</p>`;
const learn = (name: string, whole = around(`<title>${name}</title>`, `<p>${name}</p>`)) =>
  frame.learn(`/claims/${name}`, whole, partsOf(name));
const partsOf = (name: string) =>
  Buffer.from(partsBody({ head: `<title>${name}</title>`, main: `<p>${name}</p>` }));
const put = (name: string) => frame.around(partsOf(name))?.body.toString();

test("pages of two addresses that leave the same give the frame, and a page put together by it is the whole page", () => {
  learn("one");
  expect([frame.isKnown, put("two")]).toEqual([false, undefined]);
  learn("two");
  for (const name of ["one", "two", "tří", "$& $1"])
    expect(put(name)).toBe(around(`<title>${name}</title>`, `<p>${name}</p>`));
});

test("one page alone gives no frame, however often it is looked at: what stands around might be its own", () => {
  for (let n = 0; n < 20; n++) learn("one");
  expect([frame.isKnown, frame.isSought, said]).toEqual([false, true, []]);
});

test("pages that leave different things around their parts give no frame until two leave the same", () => {
  learn("one");
  learn("two", around("<title>two</title>", "<p>two</p>", "Another desk"));
  expect(frame.isKnown).toBe(false);
  learn("three", around("<title>three</title>", "<p>three</p>", "Another desk"));
  expect(put("four")).toBe(around("<title>four</title>", "<p>four</p>", "Another desk"));
});

test("where the parts do not stand in the page, or stand in it twice, there is no frame, and the log says so once", () => {
  for (let n = 0; n < 20; n++)
    learn(`n${n}`, n % 2 ? around("<title>else</title>", `<p>n${n}</p>`) : around("", "").repeat(2));
  expect([frame.isKnown, frame.isSought]).toEqual([false, false]);
  expect(said).toEqual([expect.stringMatching(/^Pages are made whole/)]);
  frame.forget();
  const twice = around("<title>one</title>", "<p>one</p><p>one</p>");
  for (const name of ["one", "two"]) learn(name, twice.replaceAll("one", name));
  expect(frame.isKnown).toBe(false);
});

test("what is forgotten is sought again", () => {
  learn("one");
  learn("two");
  frame.forget();
  expect([frame.isKnown, frame.isSought, put("one")]).toEqual([false, true, undefined]);
  learn("one");
  learn("two");
  expect(frame.isKnown).toBe(true);
});
