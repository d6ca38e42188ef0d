import fc from "fast-check";
import { expect, test } from "vitest";
import { cursorOn, grown, moved, trimmed } from "./cursor.ts";
import { paragraphsOf, wordsAt } from "./rules.ts";
import { sentenceAt, sentencesIn, sentencesOf } from "./sentences.ts";

const cut = (text: string, language = "en") => sentencesOf(text, language).map((span) => wordsAt(text, span));

// Parted by "|": stops, blank space, numbers, abbreviations, and letters of many scripts with marks and joiners.
const pieces =
  ". |? |! |… |.” |\n|\n\n|\t|  |\u00a0|\u2028|1. |3.5 |U.S. |Dr. |Ab |cd |É|e\u0301 |ق |؟ |ُ|ש|\u05c1|Ж |г. |你好|。|”|他说|！|𝔸 |😀|👩‍👧|🏴󠁧󠁢󠁥󠁮󠁧󠁿|\u200f|(|)|«|»|- ";
const piece = fc.constantFrom(...pieces.split("|"));
const aText = fc.array(piece, { maxLength: 80 }).map((all) => all.join(""));
const aLanguage = fc.constantFrom("en", "ar", "he", "ru", "zh", "de", "en-a", "xx-yyyyyyyyy");

test("sentences never overlap, leave out nothing but blank space and cut no character, whatever the text and language", () => {
  fc.assert(
    fc.property(aText, aLanguage, (text, language) => {
      const points = [...text];
      let before = 0;
      for (const { start, end } of sentencesOf(text, language)) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(points.slice(before, start).join("").trim()).toBe("");
        const words = points.slice(start, end).join("");
        expect(words.isWellFormed()).toBe(true);
        expect(words).not.toContain("\n");
        expect(words.trim()).toBe(words);
        before = end;
      }
      expect(points.slice(before).join("").trim()).toBe("");
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["Dr. Brown and Gen. J. R. Hill came. They left.", ["Dr. Brown and Gen. J. R. Hill came.", "They left."]],
  ["The U.S. Air Force flew. He is in the U.S. The war went on.", 3],
  ["It cost 3.5 million. No. 5 was lost, e.g. Tuesday. So?", 3],
  ["“Why?” he asked. “We saw it!” They left.", ["“Why?” he asked.", "“We saw it!”", "They left."]],
  ["1. First of all.\n2. Then the rest.", ["1. First of all.", "2. Then the rest."]],
  ["A headline without a stop\nIt begins here.", 2],
  ["He left.” She stayed. …", ["He left.”", "She stayed. …"]],
])("English wrong cuts are joined: %s", (text, wanted) => {
  const found = cut(text);
  expect(Array.isArray(wanted) ? found : found.length, JSON.stringify(found)).toEqual(wanted);
});

test("sentences of other scripts are cut where their readers would cut them", () => {
  expect(cut("قال د. أحمد إن الجسر أغلق. ثم فتح؟ نعم!", "ar")).toEqual([
    "قال د. أحمد إن الجسر أغلق.",
    "ثم فتح؟",
    "نعم!",
  ]);
  expect(cut('הוא אמר: "ראינו." ואז הלך. מה?', "he")).toHaveLength(3);
  expect(cut("В 2015 г. Мост закрыли. А. С. Орлов жил на ул. Ленина. Всё.", "ru")).toEqual([
    "В 2015 г.",
    "Мост закрыли.",
    "А. С. Орлов жил на ул. Ленина.",
    "Всё.",
  ]);
  expect(cut("“我们不知道。”他说。今天下雨了！你呢？", "zh")).toEqual([
    "“我们不知道。”他说。",
    "今天下雨了！",
    "你呢？",
  ]);
  expect(cut("Am 5. Oktober kam er. Dann ging er.", "de")).toHaveLength(2);
});

test("the sentence at a place is the one that holds it, or the next; a span finds all that it touches", () => {
  const sentences = sentencesOf("One here. Two here.\n\nThree.", "en");
  expect([0, 8, 9, 10, 20, 99].map((point) => sentenceAt(sentences, point))).toEqual([0, 0, 1, 1, 2, 2]);
  expect(sentencesIn(sentences, { start: 5, end: 12 })).toEqual({ first: 0, last: 1 });
  expect(sentencesIn(sentences, { start: 9, end: 10 })).toBeNull();
  expect(sentencesIn([], { start: 0, end: 10 })).toBeNull();
});

test("500 kB of short lines and one line of 500 kB are cut in time", () => {
  const words = "The ferry left at noon, e.g. on J. Hill Day. ";
  expect(sentencesOf(words.repeat(10_000), "en")).toHaveLength(10_000);
  expect(sentencesOf(`${words}\n`.repeat(10_000), "en")).toHaveLength(10_000);
  expect(sentencesOf("A. ".repeat(150_000), "en").length).toBeGreaterThan(0);
});

const text = "One 😀 two. Three four, five!\nSix (seven).";
const sentences = sentencesOf(text, "en");
const paragraphs = paragraphsOf(text);

test("the cursor moves by sentences, stays in the text, and shrinks where it was grown", () => {
  const first = cursorOn(sentences, -4);
  expect(first).toMatchObject({ anchor: 0, head: 0 });
  if (!first) return;
  const both = grown(sentences, first, 1);
  expect(wordsAt(text, both ?? first)).toBe("One 😀 two. Three four, five!");
  expect(both && grown(sentences, both, -1)).toEqual(first);
  expect(both && moved(sentences, both, 1)).toMatchObject({ anchor: 2, head: 2 });
  expect(moved(sentences, first, -1)).toEqual(first);
  const last = cursorOn(sentences, 2);
  expect(last && wordsAt(text, grown(sentences, last, -1) ?? last)).toBe("Three four, five!\nSix (seven).");
  expect(cursorOn([], 0)).toBeNull();
});

test("either edge goes by words, in code points, so that a part of a sentence can be held", () => {
  const start = cursorOn(sentences, 0);
  if (!start) throw new Error("The text has sentences.");
  const shorter = trimmed(paragraphs, start, "end", -1);
  expect(wordsAt(text, shorter)).toBe("One 😀 two");
  expect(wordsAt(text, trimmed(paragraphs, shorter, "start", 1))).toBe("two");
  const longer = trimmed(paragraphs, start, "end", 1);
  expect(wordsAt(text, longer)).toBe("One 😀 two. Three");
});

test("an edge that goes by words never empties the cursor, never leaves its paragraph, and always stops", () => {
  const edge = fc.constantFrom<"start" | "end">("start", "end");
  const by = fc.constantFrom<1 | -1>(1, -1);
  fc.assert(
    fc.property(aText, fc.array(fc.tuple(edge, by), { maxLength: 40 }), (words, steps) => {
      let cursor = cursorOn(sentencesOf(words, "en"), 0);
      if (!cursor) return;
      const [paragraph] = paragraphsOf(words);
      for (const [side, step] of steps) {
        cursor = trimmed(paragraphsOf(words), cursor, side, step);
        expect(wordsAt(words, cursor).trim()).not.toBe("");
        expect(cursor.start).toBeGreaterThanOrEqual(paragraph?.start ?? 0);
        expect(cursor.end).toBeLessThanOrEqual(paragraph?.end ?? 0);
        expect(wordsAt(words, cursor).isWellFormed()).toBe(true);
      }
    }),
  );
});
