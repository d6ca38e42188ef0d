import { expect, test } from "vitest";
import { articleText } from "./schema.ts";

const refusal = (text: string) => articleText.safeParse(text).error?.issues[0]?.message;

test("newlines become LF and everything else of a text stays byte for byte", () => {
  expect(articleText.parse("\ufeff  a\u00a0b\t\r\n\r\n c\rd  \n")).toBe("\ufeff  a\u00a0b\t\n\n c\nd  \n");
});

test("a text of 500,000 bytes is taken, one byte more is refused with its size and what to do", () => {
  expect(refusal("é".repeat(250_000))).toBeUndefined();
  expect(refusal(`${"é".repeat(250_000)}a`)).toBe(
    "The text is 500,001 bytes long; an article may have at most 500,000. Add it in parts, each as an article of its own.",
  );
});

test("NUL and half characters are refused, and so is a text without words", () => {
  expect(refusal("a\0b")).toMatch(/cannot be kept/);
  expect(refusal("a\ud800b")).toMatch(/cannot be kept/);
  expect(refusal(" \r\n ")).toBe("Paste the text of the article.");
});
