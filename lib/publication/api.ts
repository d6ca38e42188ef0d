import { z } from "zod";
import { grade, publicDocument } from "../editions/schema.ts";
import { problemType } from "./problem.ts";
import { notice } from "./schema.ts";

const instant = z.iso.datetime().describe("An instant, UTC.");
const state = z.enum(["public", "retracted"]);
const rating = publicDocument.shape.verdict.shape.rating;
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const listed = z
  .object({
    slug: z.string(),
    number: z.int(),
    wording: z.string(),
    language: z.string().describe("BCP 47"),
    claimant: z.string().nullable(),
    rating: rating.pick({ code: true, name: true, value: true }),
    finding: z.string(),
    deskLanguage: z.string().describe("Of the finding, and of whatever else the desk wrote; BCP 47."),
    publishedAt: instant,
    editionNumber: z.int(),
    url: z.url(),
    state,
    sample: z.boolean().describe("Sample data, made for trying out."),
  })
  .describe("A claim in a list, as it is public now.");

const list = z.object({
  items: z.array(listed),
  next: z.string().nullable().describe("Send it as cursor to get the next page; null at the end."),
});

const { claimId: _, ...relation } = publicDocument.shape.relations.element.shape;
const related = z.object({
  ...relation,
  number: z.int(),
  slug: z.string(),
  wording: z.string(),
  language: z.string(),
  claimant: z.string().nullable(),
  rating,
  deskLanguage: z.string().describe("Of its rating; BCP 47."),
});

const { copy: documentCopy, ...source } = publicDocument.shape.sources.element.shape;
const copy = documentCopy
  .unwrap()
  .unwrap()
  .extend({
    url: z.url().describe("Its page, where its text can be read."),
    goneSince: instant.nullable().describe("Since when the original is no longer there; null while it is."),
  })
  .describe("Our copy of the source, with the SHA-256 of the bytes as they came and of their text.");

const claim = publicDocument
  .extend({
    slug: z.string(),
    url: z.url(),
    state,
    edition: z.object({ number: z.int(), digest, url: z.url() }),
    publishedAt: instant,
    firstPublishedAt: instant,
    relations: z.array(related).describe("To claims that are public now, in their current words."),
    sources: z.array(z.object({ ...source, copy: copy.nullable() })),
    history: z
      .array(notice)
      .describe("Every edition that was ever public and is not withheld, newest first."),
  })
  .describe(
    "All that stands on a claim's page. Dates are years, months or days; ~ marks an approximate one.",
  );

const problem = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("What was wrong and what to send instead."),
    parameter: z.string().optional().describe("The parameter that was refused."),
  })
  .describe("A refusal after RFC 9457.");

/** The shapes of every answer of the public API, by the names that its description gives them. */
const answers = { ClaimList: list, Claim: claim, Problem: problem };

const ref = (name: keyof typeof answers) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: keyof typeof answers) => ({ "application/json": { schema: ref(name) } });
const refusal = (description: string) => ({
  description,
  content: { [problemType]: { schema: ref("Problem") } },
});
const etag = {
  ETag: {
    description: "Changes with the answer. Send it as If-None-Match to be told that nothing changed.",
    schema: { type: "string" },
  },
};
const found = (description: string, name: keyof typeof answers) => ({
  "200": { description, headers: etag, content: json(name) },
  "304": { description: "Nothing changed since the ETag that was sent." },
});
const failures = {
  "405": refusal("Only GET, HEAD and OPTIONS are answered."),
  "500": refusal("Something went wrong here."),
  "503": refusal("The database cannot be reached; Retry-After says in how many seconds to ask again."),
};
const ifNoneMatch = {
  name: "If-None-Match",
  in: "header",
  required: false,
  description: "The ETag of an earlier answer.",
  schema: { type: "string" },
};

/** Filters by the names that the search has for them, too. */
const filters = {
  rating: "The code of a rating, as answers have it.",
  grade: `The evidence grade: ${grade.options.join(", ")}.`,
  party: "The claimant: the last part of the address of its page, or only the key at its end.",
  outlet: "The name of an outlet whose article makes the claim, as answers have it.",
  topic: "The last part of the address of the topic’s page.",
  language: "The language in which the claim is worded; BCP 47.",
  from: "Published on this day (UTC) or later: 2031-05-12; or a month or a year: 2031-05, 2031.",
  to: "Published on this day or before; a month or a year ends with its last day.",
};

const paths = {
  "/api/v1/claims": {
    get: {
      operationId: "listClaims",
      summary: "Published claims, newest first",
      description:
        "Pages by key: a page is not moved by what is published meanwhile. Claims that have all the filters are listed; with several of them a page may have fewer than `limit` while `next` goes on. A filter that no published fact-check ever had is refused, and so is a parameter of any other name. Retracted fact-checks are not listed; each stays at its own address.",
      parameters: [
        ...Object.entries(filters).map(([name, description]) => ({
          name,
          in: "query",
          required: false,
          description,
          schema: { type: "string", ...(name === "grade" && { enum: grade.options }) },
        })),
        {
          name: "cursor",
          in: "query",
          required: false,
          description: "`next` of the page before.",
          schema: { type: "string" },
        },
        {
          name: "limit",
          in: "query",
          required: false,
          description: "How many at most.",
          schema: { type: "integer", minimum: 1, maximum: 100, default: 20 },
        },
        ifNoneMatch,
      ],
      responses: {
        ...found("A page of the list.", "ClaimList"),
        "400": refusal("A parameter is unknown or came twice, or what was sent in it is wrong."),
        ...failures,
      },
    },
  },
  "/api/v1/claims/{slug}": {
    get: {
      operationId: "getClaim",
      summary: "One claim, whole",
      parameters: [
        {
          name: "slug",
          in: "path",
          required: true,
          description: "The last part of the address of the claim's page.",
          schema: { type: "string" },
        },
        ifNoneMatch,
      ],
      responses: {
        ...found("The claim, also when its fact-check was retracted.", "Claim"),
        "404": refusal("No claim was ever published under this address."),
        "410": refusal("The claim is withheld; its page says on which ground. It may come back."),
        ...failures,
      },
    },
  },
};

/** A program that refuses what it does not know would break with the first field that is added. */
function leaveOpen(schema: { additionalProperties?: unknown }): void {
  if (schema.additionalProperties === false) delete schema.additionalProperties;
}

/** The description of the public API after OpenAPI 3.1, made from the very shapes that its answers are checked against. */
export const openApi = (site: string) => ({
  openapi: "3.1.0",
  info: {
    title: "Assay: published fact-checks",
    version: "1",
    description:
      "Everything that readers can read, for programs. No key is needed, any site may ask, and nothing here is a draft. Within this version fields may be added; none is taken away or gets another meaning.",
  },
  servers: [{ url: site.replace(/\/$/, "") }],
  paths,
  components: {
    schemas: Object.fromEntries(
      Object.entries(answers).map(([name, schema]) => {
        const { $schema: _schema, ...described } = z.toJSONSchema(schema, {
          io: "output",
          override: ({ jsonSchema }) => leaveOpen(jsonSchema),
        });
        return [name, described];
      }),
    ),
  },
});
