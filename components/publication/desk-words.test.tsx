import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { publicDocument } from "#lib/editions/schema";
import { publicView } from "#lib/publication/rules";
import type { Notice, PublicRating, PublicView, PublishedEditionFacts } from "#lib/publication/schema";
import { readQuestion } from "#lib/search/rules";
import { ChangeNotice } from "#components/publication/change-notice";
import { ClaimDocument } from "#components/publication/claim-document";
import { ClaimList } from "#components/publication/claim-list";
import { CorrectionEntry } from "#components/publication/correction-entry";
import { EmbedCard } from "#components/publication/embed-card";
import { HomeAside } from "#components/publication/home-aside";
import { MeasurePageDocument } from "#components/publication/measure-page";
import { Methodology } from "#components/publication/methodology";
import { PartyPageDocument } from "#components/publication/party-page";
import { PoliciesDocument } from "#components/publication/policies-document";
import { SearchResults } from "#components/publication/search-results";
import { TopicPageDocument } from "#components/publication/topic-page";
import { aDocument } from "../../prisma/factories.ts";

// Whatever the desk wrote begins with "desk:" here, what was quoted with "quoted:"; the rest is the page's own.

const desk = (what: string) => `desk: ${what}`;
const quoted = (what: string) => `quoted: ${what}`;
const base = aDocument(1042);
const id = "01900000-0000-7000-8000-000000000001";
const rating: PublicRating = {
  ...base.verdict.rating,
  name: desk("rating"),
  definition: desk("definition"),
};
const party = { name: "The ferry guild", kind: "organisation", description: desk("party") };
const figure = {
  measure: { id, unit: desk("unit"), what: "w", status: "", place: "", period: "", base: "" },
  words: "forty",
  qualifier: "exactly",
  minimum: 40,
  maximum: 40,
  asOf: null,
};
const inArabic = { language: "ar", translation: desk("translation"), translator: "A. Bell" };
const position = {
  party,
  stance: "denies",
  hedged: false,
  quote: quoted("position"),
  ...inArabic,
  saidOn: null,
  saidWords: null,
  source: null,
  locator: null,
};
const document = publicDocument.parse({
  ...base,
  deskLanguage: "fr",
  claim: { ...base.claim, wording: quoted("wording"), language: "ar" },
  claimant: party,
  event: {
    id,
    name: desk("event"),
    happenedOn: null,
    happenedWords: null,
    place: desk("place"),
    placePrecision: "town",
    parties: [{ name: "The council", involved: true, note: desk("involvement") }],
  },
  verdict: {
    ...base.verdict,
    rating,
    finding: desk("finding"),
    reasoning: desk("reasoning"),
    contradiction: desk("contradiction"),
    search: desk("where we looked"),
    known: [desk("known")],
    notKnown: [desk("not known")],
    howChecked: desk("how it was checked"),
  },
  evidence: [
    { ...base.evidence[0], quote: quoted("evidence"), ...inArabic, independenceGroup: desk("origin") },
    { ...base.evidence[0], quote: null, kind: "observation", observation: desk("observation") },
    { ...base.evidence[0], quote: null, kind: "search", observation: desk("search") },
  ],
  positions: [
    { ...position, figures: [figure] },
    { ...position, stance: "no_information", figures: [] },
    { ...position, stance: "concedes", figures: [] },
  ],
  relations: [
    { claimId: id, kind: "contradicts", direction: "out", reason: desk("reason of a relation") },
    { claimId: id, kind: "similar", direction: "out", reason: desk("reason of another") },
  ],
  sources: [
    { ...base.sources[0], title: quoted("source"), language: "ar", description: desk("source") },
    { ...base.sources[0], number: 2, confidential: { description: desk("confidential source") } },
    { ...base.sources[0], number: 3, confidential: { attestation: desk("attestation") } },
  ],
  requests: [
    {
      party,
      channel: "",
      askedOn: null,
      dueOn: null,
      outcome: "not_asked",
      answeredOn: null,
      answer: "",
      reason: desk("reason for not asking"),
    },
  ],
  topics: [{ slug: "bridges", name: desk("topic") }],
});
const card = {
  ...document.claim,
  claimant: party.name,
  rating,
  finding: desk("finding in a list"),
  deskLanguage: "fr",
  url: "https://check.example/claims/the-bridge-c1042",
  sample: false,
  editionNumber: 1,
  state: "public" as const,
  publishedAt: "2031-05-20T12:00:00.000Z",
};
const { kind: _, ...claim } = document.claim;
const related = { ...claim, claimant: party.name, rating, deskLanguage: "fr" };
const view = publicView(document, new Map([[id, related]]));
const notice = (number: number, more: Partial<Notice>): Notice => ({
  number,
  publishedAt: card.publishedAt,
  kind: "publication",
  correctionClass: number === 1 ? null : "correction",
  correctionReason: number === 1 ? null : desk("reason of a correction"),
  rating: desk(`rating of edition ${number}`),
  grade: "single_source",
  finding: desk(`finding of edition ${number}`),
  deskLanguage: "fr",
  figures: [],
  ...more,
});
const edition: PublishedEditionFacts = {
  number: 2,
  digest: "0".repeat(64),
  publishedAt: card.publishedAt,
  firstPublishedAt: card.publishedAt,
  state: "public",
  url: card.url,
  editionUrl: `${card.url}/editions/2`,
  deskName: "Le Pont",
  history: [notice(1, {}), notice(2, {})],
  withheld: [],
};
const retracted: PublicView = { ...view, retraction: desk("reason of a retraction") };
const correction = {
  ...card,
  class: "correction" as const,
  reason: desk("reason in the list of corrections"),
  before: rating,
  after: { ...rating, name: desk("new rating") },
};
const policies = {
  deskName: "Le Pont",
  deskLanguage: "fr",
  funding: desk("funding"),
  staff: desk("staff"),
  corrections: desk("corrections"),
  contact: desk("contact"),
};

const none = { items: [], next: null, claims: 0 };
const partyPage = {
  ...party,
  kind: "organisation" as const,
  key: "1",
  slug: "a-1",
  speaksFor: null,
  deskLanguage: "fr",
  ratings: [{ name: desk("rating"), mark: rating, claims: 1 }],
  lists: { party: { ...none, claims: 1 }, disputes: none, quoted: none },
};
const measurePage = {
  key: "1",
  slug: "a-1",
  name: desk("measure"),
  parts: { unit: desk("unit"), what: desk("what"), status: "", place: "", period: "", base: "" },
  deskLanguage: "fr",
  claims: 0,
  figures: [],
  next: null,
};
const topic = { slug: "bridges", name: desk("topic"), claims: 1 };
const choice = (label: string) => [{ value: "x", label, claims: 1 }];
const choices = { rating: choice(rating.name), topic: choice(topic.name), party: choice("The mill") };
const found = {
  ...none,
  question: readQuestion({ topic: "x", party: "x" }),
  filters: [
    { name: "topic" as const, value: "x", label: topic.name },
    { name: "party" as const, value: "x", label: "The mill" },
  ],
  choices: { ...choices, grade: [], outlet: [], language: [] },
  deskLanguage: "fr",
  lookedBack: null,
  cutOff: false,
  loosely: false,
};
const beside = { corrections: [], topics: [topic], deskLanguage: "fr" };

const pages = {
  "the page of a claim": <ClaimDocument view={view} edition={edition} />,
  "a retracted page": <ClaimDocument view={retracted} edition={edition} />,
  "the card for other sites": <EmbedCard view={view} edition={edition} />,
  "the card of a retracted one": <EmbedCard view={retracted} edition={edition} />,
  "a list of claims": <ClaimList claims={[card]} />,
  "the list of corrections": <CorrectionEntry correction={correction} />,
  "the page of a party": <PartyPageDocument party={partyPage} first />,
  "the page of a measure": <MeasurePageDocument measure={measurePage} first />,
  "the page of a topic": <TopicPageDocument topic={{ ...topic, ...none, deskLanguage: "fr" }} first />,
  "the first page": <HomeAside beside={beside} />,
  "a search": <SearchResults found={found} first />,
  "how we work": <Methodology scale={[rating]} deskLanguage="fr" />,
  "who we are": <PoliciesDocument policies={policies} />,
};

/** Each run of text with the language in which it would be read out. */
function runsOf(page: React.ReactNode): { text: string; lang: string }[] {
  const html = renderToStaticMarkup(<main lang="en">{page}</main>);
  const { document: read } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const leaves = [...read.querySelectorAll("*")].flatMap((element) =>
    [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map((node) => ({ element, node })),
  );
  return leaves.flatMap(({ element, node }) => {
    const text = node.textContent?.trim() ?? "";
    const lang = element.closest("[lang]")?.getAttribute("lang") ?? "";
    return text === "" || element.closest(".cite, textarea") ? [] : [{ text, lang }];
  });
}

test.each(Object.entries(pages))(
  "%s of a desk that writes French says so of each text of the desk's own, and of nothing else",
  (_, page) => {
    const runs = runsOf(page);
    const isOurs = ({ text }: { text: string }) => text.includes("desk:");
    expect(runs.filter(isOurs).filter(({ lang }) => lang !== "fr")).toEqual([]);
    expect(runs.some(isOurs)).toBe(true);
    expect(runs.filter((run) => !isOurs(run) && run.lang === "fr")).toEqual([]);
    expect(runs.filter(({ text, lang }) => text.includes("quoted:") && lang !== "ar")).toEqual([]);
  },
);

test("every text of the desk's own that a claim has is on its page", () => {
  const written = new Set(JSON.stringify(view).match(/desk: [\w ]+/g));
  const shown = runsOf(pages["the page of a claim"]).flatMap(({ text }) => text.match(/desk: [\w ]+/g) ?? []);
  expect([...written].filter((words) => !shown.includes(words))).toEqual([]);
});

test("a finding that was changed is read out as it was written, and what it became as that is", () => {
  const history = [notice(1, { deskLanguage: "en" }), notice(2, {})];
  const runs = runsOf(<ChangeNotice history={history} />);
  for (const what of ["rating", "finding"]) {
    expect(runs).toContainEqual({ text: desk(`${what} of edition 1`), lang: "en" });
    expect(runs).toContainEqual({ text: desk(`${what} of edition 2`), lang: "fr" });
  }
});

test("the words of a desk that writes English, as pages are, carry no mark that says so again", () => {
  const english = { ...view, deskLanguage: "en", relations: [] };
  const html = renderToStaticMarkup(<ClaimDocument view={english} />);
  expect(html).not.toMatch(/lang="(?:en|fr)"/);
});
