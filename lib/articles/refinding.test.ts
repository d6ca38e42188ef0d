import fc from "fast-check";
import { expect, test } from "vitest";
import { findAgain, refinder } from "./refinding.ts";
import { codePointsBefore, findExact, wordsAt } from "./rules.ts";

/** The outcome for the words, which stand in the text (the nth time). */
function fate(text: string, words: string, after: string, nth = 0) {
  let at = -1;
  for (let time = 0; time <= nth; time++) at = text.indexOf(words, at + 1);
  const start = codePointsBefore(text, at);
  const found = findAgain({ text, start, end: start + codePointsBefore(words) }, after);
  expect(found.start === null ? null : wordsAt(after, found)).toBe(found.exact);
  return { outcome: found.outcome, exact: found.exact, alarming: found.alarming };
}

const text = [
  "The town woke early. Pilots gave two hours of notice before the raid on the depot. Nobody saw the planes.",
  "A second raid killed 36 people, doctors said. The mayor did not comment.",
  "Later the governor came and gave two hours of notice of the curfew.",
].join("\n");
const paragraphs = text.split("\n");

test("a text that stays the same leaves every passage exact; one that grows above moves it", () => {
  expect(fate(text, "killed 36 people", text)).toEqual({
    outcome: "exact",
    exact: "killed 36 people",
    alarming: false,
  });
  const moved = { outcome: "moved", exact: "killed 36 people", alarming: false };
  expect(fate(text, "killed 36 people", `First lines.\n${text}`)).toEqual(moved);
});

test("swapped paragraphs move their passages, whole or in part", () => {
  const turned = paragraphs.toReversed().join("\n");
  for (const words of [paragraphs[0] ?? "", "Nobody saw the planes", "did not comment", "of the curfew"])
    expect(fate(text, words, turned)).toEqual({ outcome: "moved", exact: words, alarming: false });
});

test("white space, typographic quotes and dashes alone alter nothing", () => {
  const before = 'He said: "we don\'t count" 36 people - at 10-12 km.\n';
  const after = "He said: “we don’t  count” 36\u00a0people – at 10–12 km.\n";
  expect(fate(before, '"we don\'t count" 36 people - at 10-12 km', after).outcome).toBe("moved");
});

test("where the same words stand twice, the altered place is altered and the other one stays", () => {
  const after = text.replace("two hours", "an hour");
  const altered = { outcome: "altered", exact: "an hour of notice", alarming: true };
  expect(fate(text, "two hours of notice", after, 0)).toEqual(altered);
  expect(fate(text, "two hours of notice", after, 1).outcome).toBe("moved");
});

test("a correction that quotes the old words at the end does not hide that they were altered", () => {
  const after = `${text.replace("36", "40")}\nCorrection: we wrote “A second raid killed 36 people”.`;
  const altered = { outcome: "altered", exact: "A second raid killed 40 people", alarming: true };
  expect(fate(text, "A second raid killed 36 people", after)).toEqual(altered);
  expect(fate(text, "36", after)).toEqual({ outcome: "altered", exact: "40", alarming: true });
});

test("words that moved and were changed on the way are altered, not lost", () => {
  const after = [paragraphs[2], paragraphs[0], paragraphs[1]?.replace("36", "37")].join("\n");
  const altered = {
    outcome: "altered",
    exact: "A second raid killed 37 people, doctors said",
    alarming: true,
  };
  expect(fate(text, "A second raid killed 36 people, doctors said", after)).toEqual(altered);
});

test("words that went without others in their place are lost", () => {
  const lost = { outcome: "lost", exact: null, alarming: false };
  expect(fate(text, "The mayor did not comment.", text.replace(" The mayor did not comment.", ""))).toEqual(
    lost,
  );
  expect(fate(text, "killed 36 people", "Something else entirely, of 36 gardens.")).toEqual(lost);
  expect(fate(text, "killed 36 people", ".")).toEqual(lost);
});

test("words such as over and about are alarming beside a number, and nowhere else", () => {
  const before = "They spoke of the raid over the phone, about noon, and 36 people were killed.";
  const after = before.replace("over the phone", "by phone").replace("about noon", "around noon");
  const found = fate(before, before.slice(0, -1), after);
  expect(found).toMatchObject({ outcome: "altered", alarming: false });
});

test("an insertion inside a passage alters it and is part of it", () => {
  const after = text.replace("36 people", "36 people, many of them young");
  const exact = "killed 36 people, many of them young, doctors said";
  expect(fate(text, "killed 36 people, doctors said", after)).toEqual({
    outcome: "altered",
    exact,
    alarming: false,
  });
});

const turns: [was: string, is: string][] = [
  ["36", "37"],
  ["36", "36,000"],
  ["36", "36.5"],
  ["36", "36 000"],
  ["36", "36–40"],
  ["36", "36%"],
  ["36", "-36"],
  ["36", "136"],
  ["٣٦", "٣٧"],
  ["三十六", "三十七"],
  ["two", "three"],
  ["zwanzig", "dreißig"],
  ["sechsunddreißig", "sechsundvierzig"],
  ["двадцать", "тридцать"],
  ["ثلاثة", "أربعة"],
  ["did not see", "did see"],
  ["didn't see", "did see"],
  ["saw", "never saw"],
  ["n’a pas vu", "a vu"],
  ["hat nicht", "hat"],
  ["не видел", "видел"],
  ["لم ير", "رأى"],
  ["לא ראה", "ראה"],
  ["没有", "有"],
  ["20", "more than 20"],
  ["at least 20", "20"],
  ["about 20", "exactly 20"],
  ["up to $20", "over $20"],
  ["nearly a hundred", "a hundred"],
  ["20", "20 or more"],
  ["более 20", "около 20"],
  ["أكثر من 20", "نحو 20"],
];

test.each(turns)("“%s” that becomes “%s” inside a passage is altered and alarming", (was, is) => {
  const before = `One line.\nWitnesses say that ${was} people there were seen near the old mill.\nAnother line.`;
  const quote = `that ${was} people there`;
  const after = before.replace(quote, `that ${is} people there`);
  expect(fate(before, quote, after)).toMatchObject({ outcome: "altered", alarming: true });
  expect(fate(before, quote, `New above.\n${after}`)).toMatchObject({ outcome: "altered", alarming: true });
});

test("emoji, combining marks and characters beyond the basic plane are counted as code points and never cut", () => {
  const before = "👩‍👧 e\u0301tat 𝔸 said قُتل 36 here. And the end.";
  const after = `🏴󠁧󠁢󠁥󠁮󠁧󠁿 x\n${before.replace("36", "37").normalize("NFC")}`;
  expect(fate(before, "e\u0301tat 𝔸 said", after)).toMatchObject({ outcome: "moved", exact: "état 𝔸 said" });
  expect(fate(before, "قُتل 36 here", after)).toMatchObject({
    outcome: "altered",
    exact: "قُتل 37 here",
    alarming: true,
  });
  expect(fate(before, "👩‍👧", before.replace("👩‍👧", "👩‍👦"))).toMatchObject({ outcome: "altered", exact: "👩‍👦" });
});

// ── Random texts and random edits ───────────────────────────────────────────────────────────────────────────────

const numbers = ["7", "36", "1,200", "40 000", "٣٦", "seven", "двадцать"];
const negations = ["not", "never", "nicht", "не", "لا"];
const plain = [
  "raid",
  "the",
  "of",
  "depot",
  "mill",
  "“said”",
  "قُتل",
  "дом",
  "e\u0301tat",
  "😀",
  "town,",
  "end.",
];
const aWord = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...plain) },
  { weight: 2, arbitrary: fc.constantFrom(...numbers, ...negations) },
  {
    weight: 6,
    arbitrary: fc
      .nat(400)
      .map((n) => `w${String.fromCharCode(97 + (n % 26))}${"aeiou"[n % 5]}${"lmnrst"[n % 6]}`),
  },
);
const aGap = fc.constantFrom(" ", " ", " ", " ", "\n", "  ");
const aText = fc
  .array(fc.tuple(aWord, aGap), { minLength: 8, maxLength: 120 })
  .map((pairs) => pairs.map(([word, gap]) => word + gap));
const join = (words: readonly string[]) => words.join("");

/** Words, and a passage of some of them. */
const withPassage = aText.chain((words) =>
  fc
    .tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 12 }))
    .map(([from, length]) => ({ words, from, to: Math.min(words.length, from + length) })),
);
type Case = { words: string[]; from: number; to: number };
function spanOf({ words, from, to }: Case) {
  const start = codePointsBefore(join(words.slice(0, from)));
  const quote = join(words.slice(from, to)).trimEnd();
  return { start, end: start + codePointsBefore(quote), quote };
}
const edits = fc.array(fc.tuple(fc.nat(1000), fc.nat(2), aWord), { maxLength: 8 });

function edited(words: readonly string[], changes: readonly [number, number, string][]): string[] {
  const result = [...words];
  for (const [at, kind, word] of changes)
    result.splice(at % (result.length + 1), kind === 0 ? 0 : 1, ...(kind === 2 ? [] : [`${word} `]));
  return result;
}

test("whatever is edited, spans hold what they say, outcomes keep their promise, and the answer is always the same", () => {
  fc.assert(
    fc.property(withPassage, edits, (passage, changes) => {
      const before = join(passage.words);
      const after = join(edited(passage.words, changes));
      const { quote, ...span } = spanOf(passage);
      const found = findAgain({ text: before, ...span }, after);
      expect(findAgain({ text: before, ...span }, after)).toEqual(found);
      fc.pre(found.outcome !== "lost");
      expect(found.start === null ? null : wordsAt(after, found)).toBe(found.exact);
      expect(found.outcome !== "exact" || (found.exact === quote && found.start === span.start)).toBe(true);
      const told = (words: string) =>
        words.split(/\s+/).filter((word) => /\p{N}/u.test(word) || [...numbers, ...negations].includes(word));
      const plainly = (words: string) => words.split(/\s+/).join(" ");
      const is = found.exact ?? "";
      const isSame = plainly(is) === plainly(quote) && told(is).join() === told(quote).join();
      expect(found.outcome === "altered" || (isSame && !found.alarming)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

const outside = fc.array(
  fc.tuple(
    fc.nat(1000),
    fc.nat(2),
    fc.nat(9999).map((n) => `q${[...String(n)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`),
  ),
  { maxLength: 6 },
);

test("edits outside a passage whose words stand once leave it exact or moved, with the same words", () => {
  fc.assert(
    fc.property(withPassage, outside, outside, (passage, above, below) => {
      const { words, from, to } = passage;
      const { quote, ...span } = spanOf(passage);
      const plainly = (some: string) => some.replaceAll(/\s+/g, " ");
      fc.pre("start" in findExact(plainly(join(words)), plainly(quote)));
      const head = edited(words.slice(0, from), above as [number, number, string][]);
      const tail = edited(words.slice(to), below as [number, number, string][]);
      const after = join([...head, ...words.slice(from, to), ...tail]);
      const found = findAgain({ text: join(words), ...span }, after);
      expect(found).toMatchObject({ exact: quote, alarming: false });
      const stayed = codePointsBefore(join(head)) === span.start;
      expect(["exact", "moved"]).toContain(found.outcome);
      expect(stayed || found.outcome === "moved").toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("a number or a negation that changed in the cited place is never exact or moved, whatever else was edited", () => {
  fc.assert(
    fc.property(withPassage, outside, fc.nat(100), (passage, changes, pick) => {
      const { words, from, to } = passage;
      // One telling word that stands nowhere else, so that nothing but the altered place can be found.
      const cited = [...words];
      cited[from + (pick % (to - from))] = pick % 2 ? "4711 " : "none ";
      const { quote: _, ...span } = spanOf({ words: cited, from, to });
      const changed = cited.map((word) => word.replace("4711", "4712").replace("none", "many"));
      const after = join([
        ...edited(changed.slice(0, from), changes as [number, number, string][]),
        ...changed.slice(from),
      ]);
      const found = findAgain({ text: join(cited), ...span }, after);
      expect(["altered", "lost"]).toContain(found.outcome);
      expect(found.alarming).toBe(found.outcome === "altered");
    }),
    { numRuns: 1000 },
  );
});

test("2,000 passages of half a million bytes are found again within seconds", { timeout: 30_000 }, () => {
  const line = (at: number) =>
    `Line ${at} says that raid ${at * 7} hit the depot of town${at % 911} and nobody counted more.\n`;
  const lines = Array.from({ length: 6500 }, (_, at) => line(at));
  const before = join(lines);
  const after = join(
    lines.map((words, at) =>
      at % 9 === 0 ? words.replace("hit", "missed") : at % 13 === 0 ? `${words}Added.\n` : words,
    ),
  );
  const from = performance.now();
  const find = refinder(before, after);
  const step = Math.floor(before.length / 2000);
  for (let at = 0; at < 2000; at++) find({ start: at * step, end: at * step + 80 });
  expect(performance.now() - from).toBeLessThan(15_000);
});
