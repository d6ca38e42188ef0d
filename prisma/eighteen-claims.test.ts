import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect } from "../lib/clients.ts";
import { db } from "../lib/db.ts";
import { measureName } from "../lib/figures/rules.ts";
import { investigate } from "./seed/investigate.ts";
import { syria } from "./seed/syria/investigation.ts";
import { aDesk } from "./workflow-factories.ts";

// The claims of a real report from a war, each kept as it is said: a number with what it counts, words without a number
// as words, a hedge as a hedge, an answer that is no denial as none.

const figures = { include: { measure: true } } as const;
const select = {
  wording: true,
  kind: true,
  claimant: { select: { name: true, kind: true } },
  claimantUnknown: true,
  event: { select: { happenedOn: true, happenedWords: true } },
  passages: { select: { exact: true } },
  verdict: { select: { lookAgainOn: true } },
  evidence: { include: { figures } },
  positions: {
    orderBy: { createdAt: "asc" },
    include: {
      party: { select: { name: true } },
      relays: { orderBy: { place: "asc" }, select: { party: { select: { name: true } } } },
      figures,
    },
  },
  relationsFrom: { select: { kind: true, to: { select: { wording: true } } } },
} as const;

const read = () => db.claim.findMany({ select });
type Row = Awaited<ReturnType<typeof read>>[number];
let rows: Row[] = [];

beforeAll(async () => {
  const { checker, editor, admin } = await aDesk();
  await investigate({ checker, editor, admin }, syria);
  rows = await read();
}, 60_000);
afterAll(disconnect);

const keys = new Map(syria.claims.map(({ wording, key }) => [wording, key]));

/** What was stored of a claim, in the short form in which this file speaks of it. */
function shape(key: string) {
  const row = rows.find(({ wording }) => keys.get(wording) === key);
  if (!row) throw new Error(`There is no claim ${key}.`);
  return {
    kind: row.kind,
    claimant: row.claimant?.name ?? null,
    says: row.positions.map(
      ({ party, stance, hedged }) => `${party.name} ${stance}${hedged ? ", hedged" : ""}`,
    ),
    relays: row.positions.flatMap(({ relays }) => relays.map(({ party }) => party.name)),
    figures: [...row.positions, ...row.evidence].flatMap((owner) =>
      owner.figures.map(({ words, qualifier, minimum, maximum, measure }) => ({
        words,
        qualifier,
        minimum,
        maximum,
        counts: measure && measureName(measure),
      })),
    ),
    relations: row.relationsFrom.map(({ kind, to }) => `${kind} ${keys.get(to.wording)}`),
  };
}

const nothing = { says: [], relays: [], figures: [], relations: [] };
const words = (quantity: string, counts: string) => ({
  words: quantity,
  qualifier: null,
  minimum: null,
  maximum: null,
  counts,
});
const exactly = (quantity: string, value: number, counts: string) => ({
  words: quantity,
  qualifier: "exactly",
  minimum: value,
  maximum: value,
  counts,
});
const moreThan = (quantity: string, value: number, counts: string) => ({
  words: quantity,
  qualifier: "more_than",
  minimum: value,
  maximum: null,
  counts,
});

const head = "the head of Syria's main opposition group";
const lavrov = "Sergei Lavrov, Russian foreign minister";
const peskov = "Dmitry Peskov, spokesman of the Russian president";
const us = "US officials";
const ministry = "Russian defence ministry";
const channel = "Rossiya, Russian state television";
const military = "a military source of Kommersant";
const chain = ["Kommersant", "a news agency"];

test.each([
  [
    "36 civilians killed: an unnamed head claims it; to have no such data is no denial",
    "toll",
    {
      kind: "quantity",
      claimant: head,
      says: [`${head} asserts`, `${lavrov} no_information`],
      figures: [exactly("36", 36, "people: civilians killed, province of Homs, first strikes")],
    },
  ],
  [
    "the strikes killed civilians: who is responsible, apart from how many",
    "civilians",
    {
      kind: "responsibility",
      claimant: head,
      says: [`${head} asserts`, `${lavrov} no_information`],
      relations: ["similar toll"],
    },
  ],
  [
    "the targets were Islamic State: who was hit, doubted and not denied",
    "targets",
    {
      kind: "identity",
      claimant: lavrov,
      says: [`${lavrov} asserts`, `${us} doubts`],
      relations: ["narrows others"],
    },
  ],
  [
    "the area was not held by Islamic State: a place, said with a hedge",
    "held",
    {
      kind: "place",
      claimant: us,
      says: [`${us} asserts, hedged`, `${lavrov} denies`],
      relations: ["contradicts targets"],
    },
  ],
  [
    "20 sorties: one measure",
    "sorties",
    {
      kind: "quantity",
      claimant: ministry,
      says: [`${ministry} asserts`],
      figures: [exactly("20", 20, "sorties: sorties of Russian aircraft, first strikes")],
    },
  ],
  [
    "eight targets: another measure of the same sentence",
    "eight",
    {
      kind: "quantity",
      claimant: ministry,
      says: [`${ministry} asserts`, `${us} doubts`],
      figures: [exactly("eight", 8, "targets: targets of Islamic State hit, first strikes")],
      relations: ["depends_on targets"],
    },
  ],
  [
    "an hour of notice: a duration",
    "notice",
    {
      kind: "time",
      claimant: "US government",
      says: ["US government asserts"],
      figures: [exactly("an hour", 1, "hours: notice of the strikes given to Washington")],
    },
  ],
  [
    "the first since 1979: a comparison that nobody is named for",
    "first",
    { kind: "comparison", claimant: null },
  ],
  ["a vote without a vote against: a status", "vote", { kind: "status", claimant: null }],
  [
    "other terrorist groups too: wider than the claim about the targets",
    "others",
    { kind: "intention", claimant: peskov, says: [`${peskov} asserts`] },
  ],
  [
    "most went over: suggested by a question, a share in words, with its base",
    "switched",
    {
      kind: "quantity",
      claimant: peskov,
      says: [`${peskov} suggests`],
      figures: [
        words("most", "share of the fighters of the Free Syrian Army: fighters gone over to Islamic State"),
      ],
    },
  ],
  [
    "most are changing over: similar, by another speaker, with another base",
    "switching",
    {
      kind: "quantity",
      claimant: channel,
      says: [`${channel} asserts`],
      figures: [
        words("Most", "share of the rebels whom Washington supports: rebels changing over to the Islamists"),
      ],
      relations: ["similar switched"],
    },
  ],
  [
    "the types of aircraft: an unnamed source, relayed by a newspaper and then by an agency",
    "types",
    { kind: "identity", claimant: military, says: [`${military} asserts`], relays: chain },
  ],
  [
    "some arrived on 18 September: depends on which aircraft",
    "arrived",
    {
      kind: "time",
      claimant: military,
      says: [`${military} asserts`],
      relays: chain,
      relations: ["depends_on types"],
    },
  ],
  [
    "more than 240,000 dead: a lower bound that the article gives in its own name",
    "dead",
    {
      kind: "quantity",
      claimant: null,
      figures: [moreThan("more than 240,000", 240_000, "people: people killed, Syria, since the war began")],
    },
  ],
  [
    "millions displaced: words, and no bounds",
    "millions",
    {
      kind: "quantity",
      claimant: null,
      figures: [words("millions", "people: people driven from their homes, Syria, since the war began")],
    },
  ],
  [
    "over 5,000 militants: a lower bound",
    "militants",
    {
      kind: "quantity",
      claimant: channel,
      says: [`${channel} asserts`],
      figures: [moreThan("Over 5,000", 5000, "people: militants in hiding, north of Homs")],
    },
  ],
  [
    "pilots will help: an intention",
    "pilots",
    { kind: "intention", claimant: channel, says: [`${channel} asserts`] },
  ],
])("%s", (_, key, expected) => expect(shape(key)).toEqual({ ...nothing, ...expected }));

const row = (key: string) => rows.find(({ wording }) => keys.get(wording) === key);

test("a claim that the article makes in its own name has no claimant, and says so", () => {
  for (const key of ["first", "vote", "dead", "millions"])
    expect(row(key)).toMatchObject({ claimant: null, claimantUnknown: true });
});

test("a day without a year stays in the source's words", () => {
  expect(row("arrived")?.event).toEqual({ happenedOn: null, happenedWords: "on 18 September" });
});

test("an intention has a day on which the desk looks again", () => {
  expect(row("pilots")?.verdict?.lookAgainOn).toBeInstanceOf(Date);
});

test("every claim points to its very words in the article", () => {
  for (const { exact, key } of syria.claims) expect(row(key)?.passages, key).toContainEqual({ exact });
});
