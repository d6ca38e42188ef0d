import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { unseal } from "#lib/editions/digest";
import { publicDocument } from "#lib/editions/schema";
import { publicView } from "#lib/publication/rules";
import { ChangeNotice } from "#components/publication/change-notice";
import { ClaimDocument } from "#components/publication/claim-document";
import { aDocument } from "../../prisma/factories.ts";

const html = (document: ReturnType<typeof aDocument>): string =>
  renderToStaticMarkup(<ClaimDocument view={publicView(document, new Map())} />);
/** What a reader reads, without the markup. */
const words = (document: ReturnType<typeof aDocument>): string => withoutMarkup(html(document));
const withoutMarkup = (page: string): string =>
  page
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'");

const base = aDocument(1042);
const head = { name: "the head of the council", kind: "unnamed", description: "known to the desk" };
const measure = {
  id: "01900000-0000-7000-8000-000000000001",
  unit: "carts",
  what: "carts",
  status: "crossing",
  place: "the new bridge",
  period: "12 May 1931",
  base: "",
};
const bounds = { qualifier: "at_least", minimum: 33, maximum: null, asOf: "1931-05-13" };
const full = publicDocument.parse({
  ...base,
  claimant: { ...head, speaksFor: "the council", involved: true },
  saidWords: "on Wednesday",
  event: {
    id: measure.id,
    name: "Opening of the bridge",
    happenedOn: "1931-05-12",
    happenedWords: "the morning of the fair",
    place: "Ostrel",
    placePrecision: "town",
    parties: [{ name: "the ferry guild", involved: false, note: "It had sold its boats." }],
  },
  verdict: {
    ...base.verdict,
    known: ["The toll keeper was there."],
    notKnown: ["Who counted."],
    howChecked: "We read the toll book.",
    asOf: "1931-06",
    lookAgainOn: "1931-12-01",
  },
  evidence: [
    { ...base.evidence[0], independenceGroup: "the book" },
    {
      ...base.evidence[0],
      quote: null,
      kind: "observation",
      observation: "The ink of two entries is the same.",
      independenceGroup: "the ink",
    },
    {
      ...base.evidence[0],
      quote: null,
      kind: "search",
      observation: "Looked for a second book and found none.",
    },
  ],
  positions: [
    {
      party: { ...head, speaksFor: "the council", involved: true },
      stance: "asserts",
      hedged: true,
      quote: "vierzig Karren",
      language: "de",
      translation: "forty carts",
      translator: "A. Bell",
      saidOn: "1931-05-13",
      saidWords: null,
      primary: true,
      relayedBy: [
        { name: "The Ostrel Courier", kind: "outlet" },
        { name: "The Wire", kind: "outlet" },
      ],
      figures: [{ measure, words: "forty", ...bounds }],
      source: 1,
      locator: null,
    },
  ],
  requests: [
    {
      party: head,
      channel: "by letter",
      askedOn: "1931-05-20",
      dueOn: "1931-05-27",
      outcome: "silence",
      answeredOn: null,
      answer: "",
      reason: "",
    },
  ],
});

describe("a claim page", () => {
  const page = words(full);
  test.each([
    ["who said it for whom", "Said by the head of the council (known to the desk), speaking for the council"],
    ["how near the speaker is to the conflict", "party to the conflict"],
    ["when, also in the source's words", "(“on Wednesday” in the source’s words)"],
    ["who passed it on, in order", "relayed by The Ostrel Courier, then by The Wire"],
    ["that the speaker is rated", "We rate the speaker, not the outlet."],
    ["how many groups of sources bear the finding out", "by 2 independent groups of sources"],
    ["to which day it holds", "As of June 1931."],
    ["when the desk looks again", "We look again on 1 December 1931."],
    ["what is known", "The toll keeper was there."],
    ["what is not known", "Who counted."],
    ["how it was checked", "We read the toll book."],
    ["the words in translation", "forty carts"],
    ["the original and the translator", "German: vierzig Karren Translated by A. Bell."],
    ["what a number counts", "carts: carts crossing, the new bridge, 12 May 1931"],
    ["the number as it is meant", "at least 33"],
    ["an observation as what we saw", "What we sawThe ink of two entries is the same."],
    ["a search as what we looked for", "What we looked forLooked for a second book and found none."],
    ["silence after a request for comment", "Gave no answer.Asked on 20 May 1931 (by letter)"],
    ["where it happened, as exactly as it is known", "Ostrel, known to the town"],
    ["who is not involved, and why", "the ferry guild, not involved in the conflict: It had sold its boats."],
  ])("says %s", (_, expected) => expect(page).toContain(expected));

  test("carries no script, no inline style and no handler", () => {
    expect(html(full)).not.toMatch(/<script|style=|\son[a-z]+=/);
  });
});

test("a confidential source is told as what the desk says of it and no more; a graphic one is said to be graphic", () => {
  const [source] = full.sources;
  const page = (change: object) =>
    words(publicDocument.parse({ ...full, sources: [{ ...source, ...change }] }));
  const nameless = { kind: null, title: "Confidential source", description: null, publishedOn: null };
  const described = page({ ...nameless, confidential: { description: "A clerk of the toll house" } });
  expect(described).toContain("A source that the desk knows and does not name: A clerk of the toll house");
  expect(described).toContain("[1] Confidential source");
  const hidden = page({ ...nameless, confidential: { attestation: "I have seen the book." } });
  expect(hidden).toContain("does not name. An editor vouches for it: I have seen the book.");
  expect(described + hidden).not.toMatch(/Toll book|Document ·/);
  expect(page({ graphic: true })).toContain("1931 · graphic material");
});

test("a changed finding and a corrected figure stand on top, old and new, with what the figure counts", () => {
  const { rating, grade, finding } = full.verdict;
  const notice = {
    publishedAt: "1931-06-01T00:00:00.000Z",
    kind: "publication",
    correctionReason: "r",
    deskLanguage: "en",
  } as const;
  const corrected = { who: "the council", what: "carts: carts crossing", before: "40", after: "at least 33" };
  const first = { ...notice, number: 1, correctionClass: null, rating: rating.name, grade, figures: [] };
  const history = [
    { ...first, finding: "Nobody counted." },
    { ...first, number: 2, correctionClass: "correction" as const, finding, figures: [corrected] },
  ];
  const page = withoutMarkup(renderToStaticMarkup(<ChangeNotice history={history} />));
  expect(page).toContain(`Finding changedBefore: Nobody counted.Now: ${finding}`);
  expect(page).toContain("Figure corrected: 40 to at least 33 (carts: carts crossing; the council)");
  expect(page).not.toMatch(/Rating changed|grade changed/);
});

test("a source has its title in its own language, and what the desk says of it in the desk's", () => {
  const source = base.sources.find(({ number }) => number === 1);
  if (!source) throw new Error("The factory has a source.");
  const page = html({
    ...base,
    sources: [{ ...source, title: "Registro", language: "es", description: "Photographed by us." }],
  });
  expect(page).toContain('<span lang="es" dir="auto">Registro</span>');
  expect(page).toMatch(/<p dir="auto"[^>]*>Photographed by us\./);
});

test("an edition sealed in format 1 still renders, and says nothing of what that format did not have", () => {
  const { rating, grade, finding, reasoning } = base.verdict;
  const { claim, passages, sources, relations } = base;
  const [piece] = base.evidence;
  const old = unseal(
    JSON.stringify({
      format: 1,
      sample: false,
      claim,
      saidOn: "1931-05-12",
      passages,
      relations,
      sources,
      retraction: null,
      correction: null,
      claimant: { name: "The bridge company", kind: "organisation", description: null },
      verdict: { rating, grade, finding, reasoning, contradiction: "", search: "", scaleVersion: 1 },
      evidence: [
        {
          source: 1,
          stance: "refutes",
          shows: "so",
          quote: piece?.quote,
          language: "en",
          locator: null,
          independenceGroup: null,
          involved: false,
          conclusive: true,
        },
      ],
      positions: [
        {
          party: { name: "The ferry guild", kind: "organisation", description: null },
          stance: "no_information",
          hedged: false,
          quote: "we did not count",
          language: "en",
          saidOn: "1931",
          source: 1,
          locator: null,
        },
      ],
    }),
  );
  expect(old.deskLanguage).toBe("en");
  const page = words(old);
  expect(page).toContain("Said by The bridge company, on 12 May 1931");
  expect(page).toContain("The ferry guild had no information");
  expect(page).toContain("Carts: twelve.");
  expect(page).not.toMatch(
    /conflict|What we know|How we checked|Figures|Requests for comment|The event|null/,
  );
});
