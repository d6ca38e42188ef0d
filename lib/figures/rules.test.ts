import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  figureInQuote,
  figuresNotInQuote,
  figureText,
  tablesByMeasure,
  type FigureProblem,
} from "./rules.ts";
import type { FigureQualifier } from "./schema.ts";

/** One number is meant however its words say it; `exactly` is asked for by name. */
const figure = (words: string, minimum: number | null = null, maximum = minimum) => ({
  words,
  qualifier: (minimum === null ? null : minimum === maximum ? "about" : "between") as FigureQualifier | null,
  minimum,
  maximum,
});
const inQuote = (
  quote: string,
  words: string,
  minimum: number | null = null,
  maximum = minimum,
  language = "en",
) => figureInQuote(figure(words, minimum, maximum), { quote, language });

describe("a number that does not occur in its quote is flagged", () => {
  test.each<[string, string, number | null, number | null]>([
    ["At least 33 carts were lost.", "at least 33", 33, 33],
    ["More than 240,000 left.", "more than 240,000", 240_000, 240_000],
    ["Some 12 300 people", "12\u00a0300 people", 12_300, 12_300],
    ["between 27 and 41 carts", "between 27 and 41", 27, 41],
    ["between one hundred and two hundred carts", "one hundred and two hundred", 100, 200],
    ["Two hundred and forty thousand left", "Two hundred and forty thousand", 240_000, 240_000],
    ["one thousand two hundred and five", "one thousand two hundred and five", 1205, 1205],
    ["They gave an hour’s notice.", "an hour's notice", 1, 1],
    ["a dozen carts", "dozen carts", 12, 12],
    ["two dozen carts", "two dozen", 24, 24],
    ["half a million sacks", "half a million", 500_000, 500_000],
    ["2.5 million sacks", "2.5 million", 2_500_000, 2_500_000],
    ["2.5m sacks", "2.5m", 2_500_000, 2_500_000],
    ["thirty-three carts", "thirty‑three carts", 33, 33],
    ["a thousand million", "a thousand million", 1e9, 1e9],
    ["millions were displaced", "millions", null, null],
    ["no cart was lost", "no cart", 0, 0],
    ["1.5 metres", "1.5 metres", 1.5, 1.5],
    ["23 Zeta-24 carts", "23 Zeta-24 carts", 23, 23],
  ])("%j says %j", (quote, words, minimum, maximum) => {
    expect(inQuote(quote, words, minimum, maximum)).toBeNull();
  });

  test.each<[string, string, number | null, number | null, FigureProblem]>([
    ["At least 33 carts were lost.", "at least 36", 36, 36, "words"],
    ["At least 33 carts were lost.", "at least 33", 36, 36, "number"],
    ["360 carts", "36", 36, 36, "words"],
    ["1,200 carts", "200 carts", 200, 200, "words"],
    ["1 200 carts", "200 carts", 200, 200, "words"],
    ["36.5 carts", "36", 36, 36, "words"],
    ["2.5 million sacks", "2.5", 2.5, 2.5, "words"],
    ["2 million sacks", "2 million", 2, 2, "number"],
    ["two dozen carts", "dozen", 12, 12, "words"],
    ["two hundred and forty", "two hundred", 200, 200, "words"],
    ["thirty-three", "thirty", 30, 30, "words"],
    ["between 27 and 41 carts", "27 and 41", 27, 42, "number"],
    ["several Zeta-24 carts", "several Zeta-24 carts", 24, 24, "number"],
    ["a third of the carts", "a third", 33, 33, "unclear"],
    ["a third of the carts", "a third", 1, 1, "unclear"],
    ["millions were displaced", "million", null, null, "words"],
  ])("%j does not say %j as %j to %j", (quote, words, minimum, maximum, problem) => {
    expect(inQuote(quote, words, minimum, maximum)).toBe(problem);
  });

  test("digits of any script count, and number words of other languages call for a look", () => {
    expect(inQuote("قُتل ٣٦ شخصاً", "٣٦", 36, 36, "ar")).toBeNull();
    expect(inQuote("超过36人", "超过36人", 36, 36, "zh")).toBeNull();
    expect(inQuote("rund 1.200 Karren", "1.200", 1200, 1200, "de")).toBeNull();
    expect(inQuote("не менее 240 тысяч", "240 тысяч", 240_000, 240_000, "ru")).toBe("unclear");
    expect(inQuote("тридцать три", "тридцать три", 33, 33, "ru")).toBe("unclear");
    expect(inQuote("не менее 33", "не менее 33", 36, 36, "ru")).toBe("number");
  });

  test("the words may stand in the translation or the observation instead; without any text nothing is found", () => {
    const said = figure("at least 33", 33);
    const ru = { quote: "не менее 33", language: "ru" };
    expect(figureInQuote(said, { ...ru, translation: "at least 33" })).toBeNull();
    expect(figureInQuote(said, ru)).toBe("words");
    expect(figureInQuote(said, { quote: null, language: "en", observation: "At least 33 roofs" })).toBeNull();
    expect(figureInQuote(said, { quote: null, language: "en" })).toBe("words");
  });

  const count = fc.integer({ min: 0, max: 999_999_999 });
  const written = (value: number, how: number) =>
    [
      String(value),
      value.toLocaleString("en"),
      value.toLocaleString("en").replaceAll(",", " "),
      value.toLocaleString("en").replaceAll(",", "\u202f"),
      String(value).replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
    ][how] ?? "";

  test("whatever surrounds it, a number in its quote is found and any other number is not", () => {
    fc.assert(
      fc.property(
        count,
        count,
        fc.nat(4),
        fc.constantFrom(" carts were lost", ".", ", and 7 more", ""),
        (value, other, how, tail) => {
          const words = written(value, how);
          const quote = `The guild says ${words}${tail}`;
          expect(inQuote(quote, words, value)).toBeNull();
          expect(inQuote(quote, words, other)).toBe(other === value ? null : "number");
        },
      ),
    );
  });

  test("a longer or a changed number never passes for the one in the quote", () => {
    fc.assert(
      fc.property(count, fc.nat(9), fc.boolean(), fc.nat(3), (value, digit, before, how) => {
        const longer = Number(before ? `${digit + 1}${value}` : `${value}${digit}`);
        fc.pre(longer !== value); // "00" is no longer number than "0"
        expect(inQuote(`Lost: ${written(longer, how)} carts`, String(value), value)).not.toBeNull();
      }),
    );
  });

  const below = (n: number): string => {
    const small =
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
        " ",
      );
    const tens = ". . twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    const rest = (value: number, link: string) => (value ? `${link}${below(value)}` : "");
    if (n < 20) return small[n] ?? "";
    if (n < 100) return `${tens[Math.floor(n / 10)]}${rest(n % 10, "-")}`;
    if (n < 1000) return `${below(Math.floor(n / 100))} hundred${rest(n % 100, " and ")}`;
    if (n < 1e6)
      return `${below(Math.floor(n / 1000))} thousand${rest(n % 1000, n % 1000 < 100 ? " and " : " ")}`;
    return `${below(Math.floor(n / 1e6))} million${rest(n % 1e6, n % 1e6 < 100 ? " and " : " ")}`;
  };
  test("English number words are read as the number they name, and as no part of it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), count, (value, other) => {
        const quote = `about ${below(value)} carts`;
        expect(inQuote(quote, below(value), value)).toBeNull();
        expect(inQuote(quote, below(value), other)).toBe(other === value ? null : "number");
      }),
    );
  });

  test("any text is read without an error, and an empty quote holds nothing", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme" }),
        fc.double(),
        (quote, words, bound) => {
          inQuote(quote, words, bound, bound, "ar");
          expect(inQuote("", words, bound)).toBe("words");
        },
      ),
    );
  });
});

describe("a number that its quote gives as a bound, in a range or as a guess is not exact", () => {
  const exactly = (quote: string, words: string, value: number, language = "en") =>
    figureInQuote({ ...figure(words, value), qualifier: "exactly" }, { quote, language });

  test.each<[string, string, number, string?]>([
    ["27–41 carts were lost", "27", 27],
    ["27–41 carts were lost", "41 carts", 41],
    ["27–41 carts were lost", "27–41", 27],
    ["27% - 41% of the carts", "27%", 27],
    ["27 to 41 carts", "27", 27],
    ["between 27 and 41 carts", "27", 27],
    ["between 27 and 41 carts", "41", 41],
    ["Between twenty-seven and forty-one carts", "forty-one", 41],
    ["27 or 28 carts", "27", 27],
    ["up to 41 carts", "41", 41],
    ["At least 27 carts", "27 carts", 27],
    ["At least 27 carts", "At least 27", 27],
    ["at least another 27 carts", "27", 27],
    ["no fewer than twenty-seven carts", "twenty-seven carts", 27],
    ["more than $27", "$27", 27],
    ["as many as 27", "27", 27],
    ["over 27 carts", "27 carts", 27],
    ["nearly 27 carts", "27 carts", 27],
    ["about a dozen carts", "dozen", 12],
    ["27 carts or more", "27", 27],
    ["27 or so", "27", 27],
    ["27+ carts", "27", 27],
    ["≥ 27 carts", "27", 27],
    ["от 27 до 41, по другим 27–41", "27–41", 27, "ru"],
  ])("%j does not say %j as exactly %d", (quote, words, value, language) => {
    expect(exactly(quote, words, value, language)).toBe("inexact");
    expect(figureInQuote(figure(words, value), { quote, language: language ?? "en" })).toBeNull();
  });

  test.each<[string, string, number]>([
    ["27 carts, and at least 41 sacks", "27 carts", 27],
    ["At least 41 sacks and 27 carts", "27 carts", 27],
    ["It rose from 27 to 41 carts", "41 carts", 41],
    ["They won 41-27", "41", 41],
    ["27 and 41 carts", "27", 27],
    ["over 30 days", "30 days", 30],
    ["Somehow 27 carts", "27 carts", 27],
    ["At least 27 carts, said one; 27 carts, said the list", "27 carts", 27],
    ["27 Zeta-41 carts", "27 Zeta-41 carts", 27],
  ])("%j says %j as exactly %d", (quote, words, value) => {
    expect(exactly(quote, words, value)).toBeNull();
  });

  test("where a quote is in another language its translation tells, but never against what the quote says in English", () => {
    const said = { ...figure("33", 33), qualifier: "exactly" } as const;
    const ru = { quote: "не менее 33", language: "ru" };
    expect(figureInQuote(said, { ...ru, translation: "at least 33" })).toBe("inexact");
    expect(figureInQuote(said, { quote: "33 roofs", language: "en", observation: "at least 33" })).toBeNull();
  });
});

test("a document tells each figure that is not in its quote, and where it stands", () => {
  const piece = { quote: "33 carts", language: "en" };
  expect(
    figuresNotInQuote({
      evidence: [{ ...piece, figures: [figure("33 carts", 33), figure("36 carts", 36)] }],
      positions: [{ ...piece, figures: [figure("33 carts", 34)] }],
    }),
  ).toMatchObject([
    { words: "36 carts", problem: "words", where: "evidence" },
    { words: "33 carts", problem: "number", where: "disputed-by" },
  ]);
});

describe("figures of different measures never meet", () => {
  const measures = ["a", "b", "c"].map((id) => ({ id }));
  const some = fc.array(
    fc.record({ measure: fc.option(fc.constantFrom(...measures)), value: fc.integer(), key: fc.uuid() }),
    { maxLength: 12 },
  );

  test("no table holds two measures, no measure has two tables, and no figure is lost, doubled or moved", () => {
    fc.assert(
      fc.property(some, (figures) => {
        const { tables, elsewhere, unmeasured } = tablesByMeasure(figures);
        for (const { measure, figures: rows } of tables) {
          expect(rows.every((row) => row.measure?.id === measure.id)).toBe(true);
          expect(rows).toEqual(figures.filter((row) => row.measure?.id === measure.id));
          expect(elsewhere.some((row) => row.measure?.id === measure.id)).toBe(false);
        }
        expect(new Set(tables.map(({ measure }) => measure.id)).size).toBe(tables.length);
        expect(unmeasured.every(({ measure }) => measure === null)).toBe(true);
        const all = [...tables.flatMap((table) => table.figures), ...elsewhere, ...unmeasured];
        expect(all).toHaveLength(figures.length);
        expect(new Set(all)).toEqual(new Set(figures));
      }),
    );
  });

  test("figures with equal parts but another measure stay apart, and each of several measures has its own table", () => {
    const [a, b, c] = measures;
    const row = (measure: { id: string } | undefined) => ({ measure: measure ?? null });
    const rows = [row(a), row(b), row(c), row(b), row(a)];
    expect(tablesByMeasure(rows).tables.map(({ figures }) => figures.length)).toEqual([2, 2]);
    expect(tablesByMeasure(rows).elsewhere).toEqual([row(c)]);
    expect(tablesByMeasure(rows, "c").tables.map(({ measure }) => measure.id)).toEqual(["c", "a", "b"]);
    expect(tablesByMeasure([row(a), row(b)])).toMatchObject({
      tables: [{ measure: a }],
      elsewhere: [row(b)],
    });
  });
});

test.each([
  [0.0000004, "0.0000004"],
  [0.1, "0.1"],
  [1234567.1234567, "1,234,567.1234567"],
  [1e15, "1,000,000,000,000,000"],
  [-2.5, "-2.5"],
])("a number is shown as it was given, none of it rounded away: %d", (value, shown) => {
  const bounds = { words: "so many", qualifier: "exactly", minimum: value, maximum: value } as const;
  expect(figureText(bounds)).toBe(shown);
});

test.each<[string, string, number, number, FigureProblem | null]>([
  ["It was -5 degrees.", "-5", -5, -5, null],
  ["It was \u22125 degrees.", "\u22125 degrees", -5, -5, null],
  ["It was -5 degrees.", "-5", 5, 5, "number"],
  ["It was -5 degrees.", "5", 5, 5, "number"],
  ["From -5 to 3 degrees.", "-5 to 3", -5, 3, null],
  ["It was 5 degrees.", "5", -5, -5, "unclear"],
  ["It fell by 5 degrees.", "fell by 5", -5, -5, "unclear"],
  ["Some 27-41 people.", "27-41", 27, 41, null],
  ["Some 27–41 people.", "27–41", 27, 41, null],
  ["(-5)", "-5", -5, -5, null],
])("a figure has the sign of its quote: %s, %s, %d to %d", (quote, words, minimum, maximum, problem) => {
  const qualifier = minimum === maximum ? "exactly" : "between";
  expect(figureInQuote({ words, qualifier, minimum, maximum }, { quote, language: "en" })).toBe(problem);
});
