import { expect, test } from "vitest";
import { language, optionalMarkdown, optionalText, optionalUrl, text } from "./text.ts";

// Zero-width space and joiner, soft hyphen, an override of direction, Hangul fillers, a braille blank, a lone accent.
const invisible = [
  "\u200b",
  "\u2060\u200d",
  "\u00ad",
  "\u202e",
  "\u3164",
  "\uffa0 \u115f",
  "\u2800",
  "\u0301",
];

test.each(invisible)("a required text in which nothing can be seen is missing: %j", (nothing) => {
  expect(text("The title", 10).safeParse(` ${nothing} `)).toMatchObject({
    error: { issues: [{ message: "The title is missing." }] },
  });
});

test.each(invisible)("an optional text in which nothing can be seen is none: %j", (nothing) => {
  expect(optionalText("The finding", 10).parse(` ${nothing}`)).toBe("");
});

test.each(["می\u200cخواهم", "👩\u200d🚒", "\u202bשלום\u202c", "e\u0301", "—", "३"])(
  "what can be seen stays as it was typed, joiners and all: %j",
  (words) => {
    expect(text("The title", 20).parse(words)).toBe(words);
    expect(optionalText("The finding", 20).parse(words)).toBe(words);
  },
);

test.each(["https://anna:secret@example.org/", "http://anna@example.org", "https://:secret@example.org"])(
  "an address that carries a name or a password is refused, since readers would see it: %s",
  (address) => {
    expect(optionalUrl.safeParse(address).error?.issues[0]?.message).toMatch(/password/);
  },
);

test.each(["", "https://example.org/@anna", "https://example.org/?mail=anna@example.org"])(
  "any other address is taken: %j",
  (address) => {
    expect(optionalUrl.parse(address)).toBe(address);
  },
);

test.each([
  ">".repeat(20_000),
  `Before.\n${"> - ".repeat(11)}a`,
  `${"1. ".repeat(21)}a`,
  "![".repeat(501),
  "*_".repeat(501),
])("Markdown that is nested too deeply to be laid out is refused in a sentence: %#", (nested) => {
  expect(optionalMarkdown("The reasoning", 20_000).safeParse(nested).error?.issues[0]?.message).toMatch(
    /plainly/,
  );
});

test("lists, quotes, rules and marks as people write them are taken, however long the text", () => {
  const written = `> > A quote of *one* who quotes [1].\n\n- a list\n  1. in **another**\n\n${"-".repeat(80)}\n\n`;
  const long = written.repeat(Math.floor(20_000 / written.length));
  expect(optionalMarkdown("The reasoning", 20_000).parse(long)).toBe(long.trim());
});

test("a language has one spelling, and what is no tag is refused in a sentence", () => {
  for (const tag of ["en-gb", "EN-GB", " en-GB "]) expect(language.parse(tag)).toBe("en-GB");
  expect(["iw", "zh-hant-tw", "ar"].map((tag) => language.parse(tag))).toEqual(["he", "zh-Hant-TW", "ar"]);
  for (const tag of ["", "english", "en-gb-gb-gb", "en_GB"])
    expect(language.safeParse(tag).error?.issues[0]?.message, tag).toMatch(/^Write a language tag/);
});
