import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { channel, payloadsOf } from "../../lib/serving/channel.ts";
import { exportUrls, holdDataFolder } from "../database.ts";
import { ensureBuild } from "../next-build.ts";
import { say } from "../problem.ts";
import { signIn } from "./desk-times.ts";
import { cachedMiB, residentMiB, type Subject } from "./measure.ts";
import { askForMixture, type Addresses } from "./mixed-load.ts";
import { openSubject } from "./run.ts";
import { slopeOf, type Sample } from "./slope.ts";
import { anEditor, aPublicArticle, busiest } from "./subjects.ts";

const size = 1000;
const sampleMs = 5000;
const warmMinutes = 5;
const mostMiBPerMinute = 1;

/**
 * Loads the server with everything that it serves for some minutes, and watches what it holds besides its kept pages: answers 1 where
 * that grows by a MiB a minute or more after the first five, or where an answer was not as it should be.
 */
export async function benchSoak(folder: string, minutes: number): Promise<number> {
  await ensureBuild();
  const data = join(resolve(folder), String(size));
  await holdDataFolder(data);
  const { subject, accounts, urls, close } = await openSubject(data, size);
  try {
    const account = accounts[0];
    if (!account) throw new Error("The sample of the bench has nobody who signs in; use another --data.");
    exportUrls(urls);
    Object.assign(process.env, {
      ASSAY_URL: subject.url,
      NEXTAUTH_SECRET: subject.env.NEXTAUTH_SECRET,
    });
    const desk = await signIn(subject.url, account);
    const addresses = await addressesOf(subject);
    const until = performance.now() + minutes * 60_000;
    const goOn = () => performance.now() < until;
    const [answers, samples] = await Promise.all([
      askForMixture(subject.url, desk.cookie, addresses, goOn),
      watch(subject, goOn),
      changeNowAndThen(subject, goOn),
    ]);
    const slope = slopeOf(samples.filter(({ minute }) => minute >= warmMinutes));
    const isFlat = slope < mostMiBPerMinute;
    const lines = [
      `answers   ${answers.count.toLocaleString("en")} in ${minutes} minutes, ${answers.wrong.length} wrong ${answers.wrong.slice(0, 5).join(", ")}`,
      `memory    without what is kept for readers ${slope.toFixed(2)} MiB a minute after minute ${warmMinutes} (bar: below ${mostMiBPerMinute}): ${isFlat ? "flat" : "it grows"}`,
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
    return isFlat && answers.wrong.length === 0 ? 0 : 1;
  } finally {
    const { disconnect } = await import("#lib/clients");
    await disconnect();
    await close();
  }
}

/** Every claim's page in each of its forms, more than the memory for pages holds, and a few addresses that everybody wants. */
async function addressesOf({ client }: Subject): Promise<Addresses> {
  const { rows } = await client.query<{ slug: string }>(
    "SELECT slug FROM publications WHERE state = 'public' ORDER BY slug",
  );
  const slugs = rows.map(({ slug }) => slug);
  const forms = (slug: string) => [
    `/claims/${slug}`,
    `/api/v1/claims/${slug}`,
    `/embed/${slug}`,
    `/claims/${slug}/image.png`,
  ];
  const lists = ["/", "/corrections", "/methodology", "/feed.xml", "/feed.json", "/api/v1/claims", "/report"];
  for (const facet of ["party", "measure", "topic"] as const) lists.push(await busiest(client, facet));
  return {
    hot: [...lists, ...slugs.slice(0, 20).map((slug) => `/claims/${slug}`)],
    many: slugs.flatMap(forms),
    desk: ["/desk", "/desk/claims", "/desk/sources", "/desk/articles"],
  };
}

async function watch({ server }: Subject, goOn: () => boolean): Promise<Sample[]> {
  const samples: Sample[] = [];
  const pid = server.pid();
  const started = performance.now();
  while (goOn()) {
    await pause(sampleMs);
    if (server.pid() !== pid) throw new Error("The server ended under the load.");
    const [resident, cached] = [residentMiB(pid), await cachedMiB(server)];
    const minute = (performance.now() - started) / 60_000;
    samples.push({ minute, mib: resident - cached });
    if (samples.length % 12 === 0)
      say(`${minute.toFixed(0)} min: ${resident.toFixed(0)} MiB, ${cached.toFixed(0)} of them kept pages`);
  }
  return samples;
}

/**
 * Every fifteen seconds an article's whole text is opened or closed to readers by the desk's own command, and the pages of twenty claims
 * are dropped with the lists, as their publication would drop them.
 */
async function changeNowAndThen({ client }: Subject, goOn: () => boolean): Promise<void> {
  const { findMember } = await import("#lib/auth/queries");
  const { closeFullText, openFullText } = await import("#lib/publication/commands");
  const article = await aPublicArticle(client);
  const actor = await findMember(await anEditor(client, article.id));
  if (!actor) throw new Error("Nobody on the desk may open this article.");
  for (let at = 0; goOn(); at++) {
    await (at % 2 === 0 ? openFullText : closeFullText)(actor, { articleId: article.id });
    const { rows } = await client.query<{ tag: string }>(
      "SELECT 'claim:' || number AS tag FROM publications ORDER BY random() LIMIT 20",
    );
    for (const payload of payloadsOf(["lists", ...rows.map(({ tag }) => tag)]))
      await client.query("SELECT pg_notify($1, $2)", [channel, payload]);
    await pause(15_000);
  }
  await closeFullText(actor, { articleId: article.id });
}
