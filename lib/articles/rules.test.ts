import fc from "fast-check";
import { expect, test } from "vitest";
import {
  codePointsBefore,
  directionOf,
  articleSlug,
  findExact,
  paragraphsOf,
  segmentsOf,
  selectorsOf,
  spansOf,
  surroundings,
  utf16Offset,
  wordsAt,
} from "./rules.ts";

// Latin with combining marks, Arabic and Hebrew with points, Cyrillic, astral letters and emoji with joiners, newlines.
const piece = fc.constantFrom(
  ..."ab. é",
  "e\u0301",
  "ق",
  "ُ",
  "ש",
  "\u05c1",
  "ж",
  "𝔸",
  "😀",
  "👩‍👧",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "\n",
  "\u200f",
);
const aText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

/** A text with any number of places in it. */
const textWithSpans = aText
  .filter((text) => text !== "")
  .chain((text) => {
    const length = [...text].length;
    const span = fc
      .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: length }))
      .map(([a, b]) => ({ start: Math.min(a, b - 1), end: Math.max(a + 1, b) }));
    return fc.tuple(fc.constant(text), fc.array(span, { maxLength: 8 }));
  });

test("offsets in code points and in UTF-16 lead to the same place and back, whatever the script", () => {
  fc.assert(
    fc.property(aText, fc.nat(80), (text, at) => {
      const points = [...text];
      const offset = utf16Offset(text, at);
      expect(text.slice(0, offset)).toBe(points.slice(0, at).join(""));
      expect(codePointsBefore(text, offset)).toBe(Math.min(at, points.length));
    }),
  );
});

test("selectors hold exactly the words at the place, and up to 32 code points of whole characters on either side", () => {
  fc.assert(
    fc.property(textWithSpans, ([text, spans]) => {
      const points = [...text];
      for (const { start, end } of spans) {
        const found = selectorsOf(text, { start, end });
        expect(found.exact).toBe(points.slice(start, end).join(""));
        expect(found.prefix).toBe(points.slice(Math.max(0, start - 32), start).join(""));
        expect(found.suffix).toBe(points.slice(end, end + 32).join(""));
        expect(wordsAt(text, { start, end })).toBe(found.exact);
      }
    }),
  );
});

test("exact words are found where they stand when they stand there once, and counted otherwise", () => {
  fc.assert(
    fc.property(textWithSpans, ([text, spans]) => {
      const points = [...text];
      for (const { start, end } of spans) {
        const exact = points.slice(start, end).join("");
        const places = points.filter((_, at) => points.slice(at, at + end - start).join("") === exact).length;
        const found = findExact(text, exact);
        expect(found).toEqual(places === 1 ? { start, end } : { times: places });
      }
    }),
  );
});

test("words that overlap themselves count each time, no words count never, and counting ends at 100", () => {
  expect(findExact("aaa", "aa")).toEqual({ times: 2 });
  expect(findExact("aaa", "")).toEqual({ times: 0 });
  expect(findExact("aaa", "b")).toEqual({ times: 0 });
  expect(findExact("a".repeat(5000), "a")).toEqual({ times: 100 });
});

test("paragraphs leave nothing out but blank lines and newlines, and know their places", () => {
  fc.assert(
    fc.property(aText, (text) => {
      const paragraphs = paragraphsOf(text);
      for (const paragraph of paragraphs) {
        expect(wordsAt(text, paragraph)).toBe(paragraph.text);
        expect(text.slice(paragraph.offset, paragraph.offset + paragraph.text.length)).toBe(paragraph.text);
      }
      const kept = text.split("\n").filter((line) => line.trim() !== "");
      expect(paragraphs.map((paragraph) => paragraph.text)).toEqual(kept);
    }),
  );
});

test("segments join to their paragraph, and each lies under the innermost of the spans that cover it", () => {
  fc.assert(
    fc.property(textWithSpans, ([text, spans]) => {
      const paragraphs = paragraphsOf(text);
      const touching = spansOf(paragraphs, spans);
      for (const [index, paragraph] of paragraphs.entries()) {
        const segments = segmentsOf(paragraph, touching[index] ?? []);
        expect(segments.map((segment) => segment.text).join("")).toBe(paragraph.text);
        for (const segment of segments) {
          const covering = spans.filter(({ start, end }) => start <= segment.start && end >= segment.end);
          expect(segment.depth).toBe(covering.length);
          const lengths = covering.map(({ start, end }) => end - start);
          const shown = segment.span ? segment.span.end - segment.span.start : Infinity;
          expect(shown).toBe(Math.min(...lengths));
        }
      }
    }),
  );
});

test("2,000 overlapping passages in 500 kB are cut into segments", () => {
  const text = "word ".repeat(100_000);
  const spans = Array.from({ length: 2000 }, (_, at) => ({ start: at * 200, end: at * 200 + 300 }));
  const paragraphs = paragraphsOf(text);
  const touching = spansOf(paragraphs, spans);
  const segments = paragraphs.flatMap((paragraph, at) => segmentsOf(paragraph, touching[at] ?? []));
  expect(segments.length).toBeGreaterThan(2000);
});

test("the direction follows the language, and a script in the tag counts for more", () => {
  for (const tag of ["ar", "he", "fa", "ur", "AR-sy", "az-Arab"]) expect(directionOf(tag)).toBe("rtl");
  for (const tag of ["en", "ru", "ur-Latn", "az"]) expect(directionOf(tag)).toBe("ltr");
});

test("an article's address is readable, short, and there even for a title without letters", () => {
  expect(articleSlug("Strikes & the dispute", "ab12")).toBe("strikes-and-the-dispute-ab12");
  expect(articleSlug("؟!", "ab12")).toMatch(/ab12$/);
  expect(articleSlug("x".repeat(500), "ab12").length).toBeLessThan(90);
});

test("around a passage stand whole words of its own paragraph, and what was cut off is said", () => {
  const text =
    "A first line.\nThe harbour master counted 36 carts on the bridge in the course of one long morning.\n";
  const around = (words: string) => {
    const start = text.indexOf(words);
    return surroundings(selectorsOf(text, { start, end: start + words.length }));
  };
  expect(around("36 carts")).toEqual({
    before: "The harbour master counted ",
    after: " on the bridge in the course of…",
  });
  expect(around("one long")).toEqual({ before: "…on the bridge in the course of ", after: " morning." });
  expect(around("A first")).toEqual({ before: "", after: " line." });
});
