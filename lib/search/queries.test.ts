import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aDocument, publishDocument } from "../../prisma/factories.ts";
import { disconnect } from "../clients.ts";
import { keyOf } from "../publication/addresses.ts";
import { parseCursor } from "../publication/rules.ts";
import { listByFilters, searchPublications } from "./queries.ts";
import { readFilters, readQuestion } from "./rules.ts";

const at = (day: number) => new Date(Date.UTC(2031, 4, day, 12));
const mill = {
  id: randomUUID(),
  name: "The mill",
  kind: "organisation" as const,
  description: null,
  speaksFor: null,
  involved: null,
};
const base = aDocument(1);
const rated = (code: string) => ({
  ...base.verdict,
  rating: { ...base.verdict.rating, code, name: code },
});

let app: pg.Client;
beforeAll(async () => {
  app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await app.connect();
  for (let n = 1; n <= 6; n++)
    await publishDocument(
      app,
      aDocument(n, {
        verdict: rated(n % 2 === 0 ? "true" : "false"),
        claimant: n <= 4 ? mill : null,
        topics: n === 6 ? [{ slug: "mills", name: "Mills" }] : [],
      }),
      at(n),
    );
  const seventh = aDocument(7, { claimant: mill, verdict: rated("false") });
  await publishDocument(app, seventh, at(7));
  const reason = "It was no claim.";
  await publishDocument(
    app,
    { ...seventh, retraction: reason, correction: { class: "retraction", reason } },
    at(8),
  );
});
afterAll(async () => {
  await app.end();
  await disconnect();
});

const ask = (sent: Record<string, string>, after: string | null = null, limit = 20) =>
  searchPublications(readQuestion(sent), after === null ? null : parseCursor(after), limit);
const numbers = async (sent: Record<string, string>) => (await ask(sent)).items.map(({ number }) => number);
const party = keyOf(mill.id);

test("each filter alone and all of them together find what fits, newest first", async () => {
  expect(await numbers({ rating: "true" })).toEqual([6, 4, 2]);
  expect(await numbers({ party })).toEqual([4, 3, 2, 1]);
  expect(await numbers({ topic: "mills" })).toEqual([6]);
  expect(await numbers({ party, rating: "true" })).toEqual([4, 2]);
  expect(await numbers({ party, rating: "true", language: "en", q: "forty", from: "2031-05-03" })).toEqual([
    4,
  ]);
  expect(await numbers({ party, topic: "mills" })).toEqual([]);
});

test("dates include the day, month or year that they name; what is no date is said and left out", async () => {
  expect(await numbers({ from: "2031-05-02", to: "2031-05-03" })).toEqual([3, 2]);
  expect(await numbers({ from: "2031-05", to: "2031" })).toEqual([6, 5, 4, 3, 2, 1]);
  expect(await numbers({ from: "2032" })).toEqual([]);
  expect((await ask({ from: "2031-02-31", rating: "true" })).question).toMatchObject({
    from: null,
    noDates: ["2031-02-31"],
  });
});

test("a retracted fact-check is found by its words and by no filter", async () => {
  expect(await numbers({ q: "C-7" })).toEqual([7]);
  expect(await numbers({ q: "C-7", party })).toEqual([]);
});

test("pages follow one another without a gap or a repetition", async () => {
  const searches: Record<string, string>[] = [
    { party },
    { rating: "false", language: "en" },
    { q: "forty" },
    { from: "2031" },
  ];
  for (const sent of searches) {
    const all = await numbers(sent);
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const page = await ask(sent, after, 2);
      seen.push(...page.items.map(({ number }) => number));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(all);
  }
});

test("what can be chosen has its count in all, in the words of readers, with what is chosen already", async () => {
  const { choices, filters } = await ask({ outlet: "Nobody's outlet", language: "en" });
  expect(choices.rating).toEqual([
    { value: "true", label: "true", claims: 3 },
    { value: "false", label: "false", claims: 3 },
  ]);
  expect(choices.party).toEqual([{ value: party, label: "The mill", claims: 4 }]);
  expect(choices.outlet).toEqual([{ value: "Nobody's outlet", label: "Nobody's outlet", claims: 0 }]);
  expect(filters.map(({ label }) => label)).toEqual(["Nobody's outlet", "English"]);
});

test("a language is found whatever its capitals, also where it was published in other ones", async () => {
  const one = aDocument(901);
  await publishDocument(app, { ...one, claim: { ...one.claim, language: "pt-br" } }, new Date());
  for (const language of ["pt-BR", "pt-br", "PT-BR"])
    expect(
      (await ask({ language })).items.map(({ number }) => number),
      language,
    ).toEqual([901]);
  for (const language of ["pt", "pt%", "pt_br"])
    expect((await ask({ language })).items, language).toEqual([]);
});

test("words are found without their accents, in another form of theirs, and as numbers are written", async () => {
  const wordings = [
    "The café in Łódź killed 1,240,000 civilians with strikes on two hospitals, dying there",
    "Удары по городу Королёв разрушили больницу",
    "قُتِلَ أربعون مدنيًا في المدينة",
    "הַגֶּשֶׁר נִסְגַּר",
  ];
  for (const [at_, wording] of wordings.entries()) {
    const document = aDocument(20 + at_);
    document.claim.wording = wording;
    await publishDocument(app, document, at(10 + at_));
  }
  const finds = async (q: string) => {
    const { items, loosely } = await ask({ q });
    return [items.map(({ number }) => number), loosely];
  };
  for (const q of ["cafe Lodz", "CAFÉ", "1240000", "1 240 000", "1.240.000"])
    expect(await finds(q), q).toEqual([[20], false]);
  for (const q of ["Королев", "больницу королёв"]) expect(await finds(q), q).toEqual([[21], false]);
  for (const q of ["قتل اربعون مدنيا", "أَرْبَعُونَ"]) expect(await finds(q), q).toEqual([[22], false]);
  expect(await finds("הגשר נסגר")).toEqual([[23], false]);
  for (const q of [
    "strike",
    "hospital",
    "did the strike kill a civilian",
    "café's civilians",
    "dying civilian",
    '"two hospitals" strike',
  ])
    expect(await finds(q), q).toEqual([[20], true]);
  for (const q of ["ударов", "больницы"]) expect(await finds(q), q).toEqual([[21], true]);
  for (const q of [
    '"hospital"',
    '"two hospital" strike',
    "strike -hospitals",
    "hospital or strike",
    "were",
    "?",
    "'",
    "&:* !",
  ])
    expect((await finds(q))[0], q).toEqual([]);
});

test("what was found loosely has pages like any other search", async () => {
  const all = await numbers({ q: "cart" });
  expect(all.length).toBeGreaterThan(4);
  const first = await ask({ q: "cart" }, null, 3);
  const second = await ask({ q: "cart" }, first.next, 100);
  expect([first.loosely, second.loosely]).toEqual([true, true]);
  expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(all);
});

test("a search that takes too long is cut off within a second, and says so", async () => {
  const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await owner.connect();
  await ask({ q: "mill" });
  await owner.query("BEGIN; LOCK TABLE publications IN ACCESS EXCLUSIVE MODE");
  const from = performance.now();
  const cut = await ask({ q: "mill" }).finally(() => owner.end());
  expect(cut).toMatchObject({ items: [], next: null, cutOff: true });
  expect(performance.now() - from).toBeLessThan(1000);
  expect((await ask({ q: "mill" })).cutOff).toBe(false);
});

test("programs get what the search finds, page by page, and are told of a filter that nothing ever had", async () => {
  const list = async (sent: Record<string, string>, after: string | null = null, limit = 20) => {
    const asked = readFilters(new URLSearchParams(sent));
    if ("refused" in asked) throw new Error(asked.because);
    return listByFilters(asked.question, after === null ? null : parseCursor(after), limit);
  };
  const asked: [Record<string, string>, Record<string, string>][] = [
    [{}, { from: "2000" }],
    [{ party: `the-mill-${party}` }, { party }],
    [
      { rating: "false", language: "en", from: "2031" },
      { rating: "false", language: "en", from: "2031" },
    ],
  ];
  for (const [sent, searched] of asked) {
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const page = await list(sent, after, 2);
      if ("unknown" in page) throw new Error(page.unknown);
      seen.push(...page.items.map(({ number }) => number));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(await numbers(searched));
  }
  expect(await list({ topic: "rivers", language: "en" })).toEqual({ unknown: "topic" });
  expect(await list({ rating: "flase" })).toEqual({ unknown: "rating" });
  expect(await list({ rating: "misleading" })).toEqual({ items: [], next: null });
  expect(await list({ grade: "confirmed" })).toEqual({ items: [], next: null });
});
