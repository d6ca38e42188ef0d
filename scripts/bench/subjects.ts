import type pg from "pg";
import { measurePath, partyPath, topicPath } from "../../lib/publication/addresses.ts";

/** The sample's public claim with the longest document: the heaviest page there is. */
export async function claimSlug(client: pg.Client): Promise<string> {
  return one<string>(
    client,
    `SELECT slug AS value FROM publications WHERE state = 'public' AND slug NOT LIKE 'made-claim-%'
     ORDER BY length(document) DESC LIMIT 1`,
  );
}

/** A word that many claims have and one that few have. */
export async function twoWords(client: pg.Client): Promise<[string, string]> {
  const text = await one<string>(
    client,
    "SELECT search_text AS value FROM publications WHERE slug LIKE 'made-claim-%' ORDER BY slug LIMIT 1",
  );
  const numbers = [...text.matchAll(/word(\d+)/g)].map((match) => Number(match[1])).sort((a, b) => a - b);
  return [`word${numbers[0]}`, `word${numbers.at(-1)}`];
}

/** The path of the party, measure or topic that most claims have. */
export async function busiest(client: pg.Client, facet: "party" | "measure" | "topic"): Promise<string> {
  const { rows } = await client.query<{ label: string; value: string }>(
    "SELECT label, value FROM public_facets WHERE facet = $1 ORDER BY claims DESC, value LIMIT 1",
    [facet],
  );
  if (!rows[0]) throw new Error(`The bench has no ${facet}.`);
  const { label, value } = rows[0];
  return { party: partyPath(label, value), measure: measurePath(label, value), topic: topicPath(value) }[
    facet
  ];
}

/** The longest article that readers see in part: its whole text is not open to them. */
export async function aPublicArticle(client: pg.Client): Promise<{ id: string; slug: string }> {
  const { rows } = await client.query<{ id: string; slug: string }>(
    `SELECT a.article_id AS id, a.slug FROM public_articles a JOIN articles ON articles.id = a.article_id
     JOIN article_versions v ON v.article_id = a.article_id AND v.number = (a.document->>'version')::int
     WHERE articles.full_text_version IS NULL
       AND v.number = (SELECT max(number) FROM article_versions WHERE article_id = a.article_id)
     ORDER BY length(v.text) DESC LIMIT 1`,
  );
  if (!rows[0]) throw new Error("Every article of the sample is open already.");
  return rows[0];
}

/** Somebody who may open this article to readers. */
export async function anEditor(
  client: pg.Client,
  articleId: string,
): Promise<{ userId: string; sessionVersion: number }> {
  const { rows } = await client.query<{ userId: string; sessionVersion: number }>(
    `SELECT id AS "userId", session_version AS "sessionVersion" FROM users WHERE role IN ('editor', 'admin')
     AND id NOT IN (SELECT created_by_id FROM articles WHERE id = $1) LIMIT 1`,
    [articleId],
  );
  if (!rows[0]) throw new Error("Nobody on the desk may open this article.");
  return rows[0];
}

async function one<T>(client: pg.Client, text: string): Promise<T> {
  const { rows } = await client.query<{ value: T }>(text);
  if (!rows[0]) throw new Error("The bench has no publications.");
  return rows[0].value;
}
