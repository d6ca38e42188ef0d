import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { repeatsWords } from "./rules.ts";

const theirs = "Seven mills burned down in the valley of Ostrel";

describe("repeatsWords", () => {
  test("knows five words in a row of another text, whatever stands between and around them", () => {
    expect(repeatsWords("It says “burned down, in the VALLEY”.", theirs, [])).toBe(true);
    expect(repeatsWords("It says that mills burned down.", theirs, [])).toBe(false);
    expect(repeatsWords("burned in the valley of", theirs, [])).toBe(false);
  });
  test("knows a whole short text, and one without spaces", () => {
    expect(repeatsWords("They disagree: mills burned.", "Mills burned", [])).toBe(true);
    expect(repeatsWords("他们说七座磨坊在山谷里被烧毁了", "七座磨坊在山谷里被烧毁", [])).toBe(true);
  });
  test("words that stand in one's own text as well are nobody's secret", () => {
    const own = ["No mills burned down in the valley of Ostrel"];
    expect(repeatsWords("Whether mills burned down in the valley.", theirs, own)).toBe(false);
    expect(repeatsWords("Whether seven mills burned down in it.", theirs, own)).toBe(true);
  });
  test("a text never hides another by what is put around it", () => {
    const word = fc.constantFrom("mill", "fire", "valley", "night", "guard");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 9 }), fc.string(), fc.string(), (words, a, b) => {
        expect(repeatsWords(`${a} \n ${words.join(" ")} \n ${b}`, words.join(" "), [])).toBe(true);
        expect(repeatsWords(`${a} ${b}`, words.join(" "), [words.join(" ")])).toBe(false);
      }),
    );
  });
  test("an empty text is repeated by nobody", () => expect(repeatsWords("anything", "", [])).toBe(false));
});
