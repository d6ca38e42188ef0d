import { expect, test } from "@playwright/test";
import pg from "pg";
import { aPublicArticle } from "../../scripts/bench/subjects.ts";
import { readOptions } from "../../scripts/options.ts";
import { runningPort } from "../../scripts/postgres.ts";
import { databaseUrls } from "../../scripts/roles.ts";
import { loadSecrets } from "../../scripts/secrets.ts";
import { applicationEnv, claimPort, serve } from "../../scripts/serve.ts";
import { account } from "../accounts.ts";
import { demo } from "../demos.ts";
import { Person } from "./person.ts";

test("of two instances on one database each shows within a second what the other published, and nothing older after it", async () => {
  const { url, data } = demo();
  const secrets = loadSecrets(data);
  const urls = databaseUrls(runningPort(data) ?? 0, secrets);
  const port = await claimPort("127.0.0.1", 0);
  const options = readOptions(["--data", data, "--port", String(port), "--host", "127.0.0.1"]);
  const other = `http://127.0.0.1:${port}`;
  const second = await serve(applicationEnv(options, other, urls, secrets), "production");
  const client = new pg.Client({ connectionString: urls.owner });
  try {
    await client.connect();
    const { id, slug } = await aPublicArticle(client);
    const { email, password } = account("admin");
    const people = [new Person(url), new Person(other)];
    for (const person of people) await person.signIn(email, password);
    const reader = { [url]: new Person(url), [other]: new Person(other) };
    const length = async (site: string) => (await reader[site]?.ask(`/articles/${slug}`))?.body.length ?? 0;
    const closed = await length(url);

    for (const [at, person] of [...people, ...people].entries()) {
      const open = at % 2 === 0; // opened by one, closed by the other
      await person.do(open ? "publication.openFullText" : "publication.closeFullText", { articleId: id });
      const committed = Date.now();
      for (const site of [url, other]) {
        while ((await length(site)) > closed + 100 !== open)
          expect(Date.now() - committed, `${site} is fresh`).toBeLessThan(1000);
      }
      for (let look = 0; look < 20; look++)
        for (const site of [url, other]) expect((await length(site)) > closed + 100, site).toBe(open);
    }
  } finally {
    await client.end();
    await second.stop();
  }
});
