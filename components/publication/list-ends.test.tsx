import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { MeasurePage, PartyPage } from "#lib/publication/pages";
import { MeasurePageDocument } from "#components/publication/measure-page";
import { PartyPageDocument } from "#components/publication/party-page";

const nothing = { items: [], next: null };
const party = (claims: number): PartyPage => ({
  key: "0123456789abcdef",
  slug: "the-mill-0123456789abcdef",
  name: "The mill",
  kind: "organisation",
  description: null,
  speaksFor: null,
  deskLanguage: "en",
  ratings: [],
  lists: {
    party: { ...nothing, claims },
    disputes: { ...nothing, claims: 0 },
    quoted: { ...nothing, claims: 0 },
  },
});
const measure = (claims: number): MeasurePage => ({
  key: "0123456789abcdef",
  slug: "carts-0123456789abcdef",
  name: "carts: on the bridge",
  parts: { unit: "carts", what: "on the bridge", status: "", place: "", period: "", base: "" },
  deskLanguage: "en",
  claims,
  figures: [],
  next: null,
});

test("behind the end of a list stands that it is the end; that nothing is left, only where nothing is", () => {
  for (const [of, gone] of [
    [(claims: number) => <PartyPageDocument party={party(claims)} first={false} />, "No fact-check with"],
    [(claims: number) => <MeasurePageDocument measure={measure(claims)} first={false} />, "No published"],
  ] as const) {
    const [some, none] = [2, 0].map((claims) => renderToStaticMarkup(of(claims)));
    expect(some).toContain("There is nothing older");
    expect(some).not.toContain("has been changed or retracted since");
    expect(none).toContain(gone);
    expect(none).not.toMatch(/nothing older|0 published/);
  }
});

test("a person is not called it", () => {
  const lists = party(1).lists;
  const person: PartyPage = { ...party(1), kind: "person", name: "Ana Maric" };
  const mark = { name: "False", mark: null, claims: 1 };
  const html = renderToStaticMarkup(
    <PartyPageDocument party={{ ...person, lists, ratings: [mark] }} first />,
  );
  expect(html.replaceAll(/<[^>]*>/g, " ")).not.toMatch(/\bits?\b/i);
});
