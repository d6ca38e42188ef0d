import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { aDocument, publishDocument } from "../../prisma/factories.ts";
import { filterNames } from "../search/schema.ts";
import { publicRoute } from "../serving/rules.ts";
import { openApi } from "./api.ts";
import { problem } from "./problem.ts";
import { findPublishedClaim, listPublications } from "./queries.ts";
import { claimForApi, listedForApi } from "./rules.ts";

const description = openApi("https://check.example.org/");
let app: pg.Client;

beforeAll(async () => {
  app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await app.connect();
  const [dam, bridge] = [aDocument(6001), aDocument(6002)];
  bridge.relations.push({ claimId: dam.claim.id, kind: "contradicts", direction: "out", reason: "" });
  for (const document of [dam, bridge]) await publishDocument(app, document);
  await publishDocument(app, {
    ...bridge,
    correction: { class: "update", reason: "Another book was found." },
  });
});
afterAll(() => app.end());

/** Whatever the answer has more or less than the description says is an error. */
function check(name: "ClaimList" | "Claim" | "Problem", answer: unknown): void {
  const schema = description.components.schemas[name];
  if (!schema) throw new Error(`The description has no ${name}.`);
  const sent: unknown = JSON.parse(JSON.stringify(answer));
  expect(z.fromJSONSchema(closed(schema)).parse(sent)).toEqual(sent);
}

type Described = Parameters<typeof z.fromJSONSchema>[0];

/** The schema without room for anything that it does not describe. */
const closed = (schema: Described): Described =>
  JSON.parse(JSON.stringify(schema), (_, part: Record<string, unknown>) =>
    part?.type === "object" && part.properties ? { ...part, additionalProperties: false } : part,
  ) as Described;

test("a program that checks answers by the description takes one that got a field more", async () => {
  const { items } = await listPublications(null, 1);
  const schema = description.components.schemas.ClaimList;
  if (!schema) throw new Error("The description has no ClaimList.");
  const later = { items: items.map((item) => ({ ...listedForApi(item), more: 1 })), next: null, more: 1 };
  expect(z.fromJSONSchema(schema).safeParse(JSON.parse(JSON.stringify(later))).success).toBe(true);
});

test("the answers of the API are as its description says", async () => {
  const { items, next } = await listPublications(null, 1);
  expect(next).not.toBeNull();
  check("ClaimList", { items: items.map(listedForApi), next });
  const claim = await findPublishedClaim(items[0]?.slug ?? "");
  if (!claim) throw new Error("The listed claim is not there.");
  expect(claim.view.relations).toHaveLength(1);
  const answer = claimForApi(claim.view, claim.edition);
  check("Claim", answer);
  for (const parameter of [undefined, "limit"]) check("Problem", problem(400, "Send another.", parameter));
  expect(() => check("Claim", { ...answer, draft: "words" })).toThrow();
  expect(() => check("Claim", { ...answer, history: undefined })).toThrow();
});

test("the description is whole: every reference leads somewhere, every parameter of an address is described", () => {
  const text = JSON.stringify(description);
  const names = Object.keys(description.components.schemas);
  for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
    expect(names).toContain(name);
  expect(text.match(/"\$ref":"(?!#\/components\/schemas\/)/)).toBeNull();
  const operations = Object.entries(description.paths).map(([path, { get }]) => ({ path, ...get }));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { path, parameters, responses } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter((each) => each.in === "path").map(({ name }) => name)).toEqual(inPath);
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(["200", "304", "503"]));
    for (const answer of Object.values(responses)) expect(answer.description).not.toBe("");
  }
});

test("the list takes the parameters that are described, the search's filters among them, and refuses others", () => {
  const { parameters } = description.paths["/api/v1/claims"].get;
  const names = parameters.flatMap((one) => (one.in === "query" ? [one.name] : []));
  expect(names).toEqual(expect.arrayContaining([...filterNames, "from", "to"]));
  const route = publicRoute(`/api/v1/claims?${names.map((name) => `${name}=1`).join("&")}`);
  expect(route).toMatchObject({ unknown: false, keep: true });
  expect([...new URLSearchParams(route?.key.split("?")[1]).keys()]).toEqual(names);
  expect(publicRoute("/api/v1/claims?ratings=false")?.unknown).toBe(true);
});
