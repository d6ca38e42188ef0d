import { expect, test } from "vitest";
import { warm } from "./warming.ts";

const pages: Record<string, string> = {
  "/": '<a href="/claims/a-c1">a</a> <a href="/claims/b-c2">b</a> <a href="/claims/a-c1">a</a> <a href="/?after=x">older</a>',
  "/?after=x": '<a href="/claims/b-c2">b</a> <a href="/claims/c-c3">c</a> <a href="/?after=y">older</a>',
  "/?after=y": '<a href="/">newer</a>',
};

async function made(most: number, stop?: string): Promise<string[]> {
  const asked: string[] = [];
  const stopping = new AbortController();
  const read = (address: string) => {
    asked.push(address);
    if (address === stop) stopping.abort();
    return Promise.resolve(pages[address] ?? (address.startsWith("/claims/") ? "" : null));
  };
  await warm({ read, most, signal: stopping.signal });
  return asked;
}

test("every claim of the lists is made once, newest first, up to the end of the lists", async () => {
  expect(await made(10)).toEqual([
    "/",
    "/claims/a-c1",
    "/claims/b-c2",
    "/?after=x",
    "/claims/c-c3",
    "/?after=y",
  ]);
});

test("no more are made than asked for, and none after the stop", async () => {
  expect(await made(1)).toEqual(["/", "/claims/a-c1"]);
  expect(await made(10, "/claims/b-c2")).toEqual(["/", "/claims/a-c1", "/claims/b-c2"]);
});
