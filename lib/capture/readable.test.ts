import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptinessOf } from "./emptiness.ts";
import { usualLimits } from "./limits.ts";
import { readPage, readPlain } from "./readable.ts";
import { readingRoom } from "./reading.ts";
import { testFolder } from "./test-server.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const sentence = "The army said on Thursday that “200 fighters” were killed in the strikes near the border. ";
const body = `<p>${sentence.repeat(4)}</p>`;

test("the main part of a page is read in paragraphs, with its words as they stand there", () => {
  const html = `<html lang="en-GB"><head><title>Strikes go on near the border today | The Daily</title></head><body>
    <nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav>
    <article><h1>Strikes go on</h1>${body.repeat(3)}<p>First\n  line<br>second&nbsp;line e\u0301 ﬁ</p>
    <blockquote>We know of <b>no</b> civil<i>ian</i> deaths.</blockquote><ul><li>one</li><li>two</li></ul>
    <pre>a  b\n c</pre>${body}</article><script>var x = "unread"</script><footer>All rights reserved</footer>`;
  const { text, title, language } = readPage(Buffer.from(html), "text/html; charset=utf-8");
  expect(text.split("\n\n")).toEqual(
    expect.arrayContaining([sentence.repeat(4).trim(), "one", "two", "a  b\n c"]),
  );
  expect(text).toContain("\n\nFirst line\nsecond\u00a0line e\u0301 ﬁ\n\nWe know of no civilian deaths.\n\n");
  expect(text).not.toMatch(/unread|Home|rights reserved/);
  expect({ title, language }).toEqual({ title: "Strikes go on near the border today", language: "en-GB" });
});

test("a page says in JSON-LD, in meta or in its marks who published it, when and in which language", () => {
  const facts = (head: string, html = "<html>") => {
    const { text: _, ...rest } = readPage(Buffer.from(`${html}<head>${head}</head><body>${body}`), null);
    return rest;
  };
  const article = {
    "@type": ["NewsArticle"],
    headline: "H",
    datePublished: "2024-05-01T23:30:00+02:00",
    author: [{ name: "A. One" }, { "@type": "Person", name: "B. Two" }],
    publisher: { name: "The Daily" },
  };
  const graph = { "@graph": [{ "@type": "WebSite", name: "x" }, article] };
  const found = {
    title: "H",
    author: "A. One, B. Two",
    publishedOn: "2024-05-01",
    language: null,
    siteName: "The Daily",
  };
  for (const data of [article, [article], graph])
    expect(facts(`<script type="application/ld+json">${JSON.stringify(data)}</script>`)).toEqual(found);
  expect(
    facts(
      `<script type="application/ld+json">{ broken</script><meta property="og:title" content=" O  T "><meta name=author content="https://x.example/a">
      <meta property="article:published_time" content="2023-02-28T00:00:00Z"><meta property="og:site_name" content="S">`,
      `<html lang="pt_BR">`,
    ),
  ).toEqual({ title: "O T", author: null, publishedOn: "2023-02-28", language: "pt-BR", siteName: "S" });
  expect(facts(`<meta name=date content="2023-02-30">`).publishedOn).toBeNull();
  expect(facts(`<meta name=date content="yesterday">`, `<html lang="<x>">`)).toMatchObject({
    publishedOn: null,
    language: null,
  });
});

const russian = Buffer.from([
  0xc0, 0xf0, 0xec, 0xe8, 0xff, 0x20, 0xf1, 0xee, 0xee, 0xe1, 0xf9, 0xe8, 0xeb, 0xe0, 0x2e, 0x20,
]);
const inRussian = (head: string) =>
  Buffer.concat([bytes(`${head}<p>`), ...Array.from({ length: 30 }, () => russian)]);

test.each<[string, Buffer, string | null, string]>([
  ["the header says", inRussian(""), "text/html; charset=windows-1251", "Армия сообщила."],
  ["the header says in an old name", inRussian(""), "text/html; charset='cp1251'", "Армия сообщила."],
  ["meta says", inRussian(`<meta charset="windows-1251">`), "text/html", "Армия сообщила."],
  [
    "meta says in the long form",
    inRussian(`<meta http-equiv=Content-Type content="text/html; charset=cp1251">`),
    null,
    "Армия сообщила.",
  ],
  ["nobody says", inRussian(""), "text/html", "Армия сообщила."],
  ["the header wrongly says UTF-8", inRussian(""), "text/html; charset=utf-8", "Армия сообщила."],
  [
    "the header wrongly says Latin 1, of UTF-8",
    Buffer.from("<p>Армия сообщила. Ünïcödé"),
    "text/html; charset=iso-8859-1",
    "Армия сообщила. Ünïcödé",
  ],
  ["nobody says, of UTF-8", Buffer.from("<p>Армия сообщила."), null, "Армия сообщила."],
  ["a byte order mark says", Buffer.from("\ufeff<p>Армия", "utf16le"), "text/html; charset=utf-8", "Армия"],
  [
    "Windows calls Latin 1",
    bytes("<p>\x93Quoted\x94 \x80 5"),
    "text/html; charset=iso-8859-1",
    "“Quoted” € 5",
  ],
  [
    "Japan has",
    Buffer.from([0x3c, 0x70, 0x3e, 0x93, 0xfa, 0x96, 0x7b]),
    "text/html; charset=Shift_JIS",
    "日本",
  ],
  ["nobody has ever heard of", Buffer.from("<p>plain"), "text/html; charset=x-nonsense", "plain"],
  [
    "one broken byte stands in",
    Buffer.concat([Buffer.from("<p>Армия "), Buffer.from([0xff])]),
    "text/html; charset=utf-8",
    "Армия \ufffd",
  ],
])("bytes are read in the encoding that %s", (_how, page, contentType, start) => {
  expect(readPage(page, contentType).text.slice(0, start.length)).toBe(start);
});

test("text from a page can always be kept: no NUL, no half character", () => {
  const { text, title } = readPage(
    Buffer.from(`<title>a&#0;\0b</title><p>x\0y &#xD800; &#xDFFF; ${sentence}</p><pre>\0</pre>`),
    null,
  );
  for (const each of [text, title ?? ""]) expect(each.includes("\0") || !each.isWellFormed()).toBe(false);
  expect(readPlain(Buffer.from("a\0b\r\nc\rd\n"), "text/plain").text).toBe("a\ufffdb\nc\nd");
});

test.each([
  ["nothing", "", "nothing to read"],
  ["a line", "Home · News · Sport", "nothing to read"],
  ["a wish for scripts", "Please enable JavaScript to view this website. ".repeat(3), "a wall"],
  ["another wish for scripts", "You need to enable JavaScript to run this app.", "a wall"],
  [
    "a guard's question",
    "Verify you are human by completing the action below. example.org needs to review the security of your connection",
    "a wall",
  ],
  [
    "a cookie wall",
    "We value your privacy. We and our 842 partners store cookies on your device. Accept all Reject all Manage options. With your consent, we and our partners may use cookies.",
    "a wall",
  ],
  ["an article", sentence.repeat(3), null],
  ["a refusal", "Access Denied\n\nYou don't have permission to access /news on this server.", "a wall"],
  [
    "a short article about a refusal",
    "Humanitarian access denied: aid for 1,200 people was turned back at the bridge on Monday, the mission said.",
    null,
  ],
  [
    "an article about cookies",
    `Regulators fined a company for cookies without consent. ${sentence.repeat(6)}`,
    null,
  ],
  [
    "an Arabic article",
    "قال الجيش يوم الخميس إن الضربات قتلت مئتي مقاتل قرب الحدود، ولم يقدم أي دليل على ذلك حتى الآن.",
    null,
  ],
  [
    "a Chinese article",
    "军方星期四表示，边境附近的空袭打死了两百名武装人员，但没有提供任何证据。".repeat(3),
    null,
  ],
])("a page that holds %s is told from one that was captured", (_what, text, expected) => {
  expect(emptinessOf(text)).toBe(expected);
});

test("pages made to break their reader end soon, with their own reason, and the next page is read as ever", async () => {
  const folder = testFolder();
  const signal = new AbortController().signal;
  const limits = { ...usualLimits, readMs: 30_000 };
  const read = (name: string, html: string, bounds = limits) => {
    const file = join(folder, name);
    writeFileSync(file, html);
    return readingRoom.read({ file, contentType: "text/html", isHtml: true }, bounds, signal);
  };
  const good = () => read("good", `<title>Good</title>${body}`);
  await expect(read("deep", "<div>".repeat(100_000))).rejects.toThrow("nested too deeply");
  await expect(read("large", "x".repeat(limits.readBytes + 1))).rejects.toThrow("(it is too long)");
  await expect(read("tags", "<i>a</i>".repeat(600_000))).rejects.toThrow("(it takes too much memory)");
  expect((await good()).title).toBe("Good");
  await expect(read("slow", body.repeat(8_000), { ...limits, readMs: 40 })).rejects.toThrow(
    "(it took too long)",
  );
  const [word, after] = await Promise.all([read("word", `<p>${"x".repeat(1_000_000)}`), good()]);
  expect(word.text).toHaveLength(1_000_000);
  expect(after.title).toBe("Good");
});
