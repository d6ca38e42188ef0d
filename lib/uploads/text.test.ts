import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Kind } from "./kinds.ts";
import { line, makeDocx, makePdf } from "./test-archive.ts";
import { extractText } from "./text.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-text-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(kind: Kind, bytes: Buffer | string, charset?: string) {
  const path = join(folder, "file");
  writeFileSync(path, bytes);
  const found = await extractText(path, kind, folder, charset);
  if (!found) return null;
  const words = found.text.outcome === "extracted" ? readFileSync(found.text.file, "utf8") : null;
  return { ...found, words };
}

test("the text of a PDF is read page by page, and each page's place is given in code points", async () => {
  const info = "/Title(The report)/Producer(By hand)";
  const found = await read("pdf", makePdf([line("First page"), line("Twelve killed"), line("Last")], info));
  expect(found?.words).toBe("First page\n\nTwelve killed\n\nLast");
  expect(found?.text).toMatchObject({
    characters: 31,
    pages: [
      { page: 1, start: 0 },
      { page: 2, start: 12 },
      { page: 3, start: 27 },
    ],
  });
  expect(found?.facts).toEqual([
    { name: "pages", value: "3" },
    { name: "title", value: "The report" },
    { name: "written by", value: "By hand" },
  ]);
});

test("a PDF without text is empty, and says that it may be a scan", async () => {
  const found = await read("pdf", makePdf(["0 0 100 100 re f"]));
  expect(found?.text).toEqual({ outcome: "empty", reason: "There is no text in it (a scan?)." });
});

test("a PDF that is cut off, nonsense, or locked fails with a reason", async () => {
  expect((await read("pdf", "%PDF-1.4\nnonsense"))?.text).toMatchObject({
    outcome: "failed",
    reason: expect.stringContaining("could not be read") as string,
  });
  const key = `${"00".repeat(32)}`;
  const locked = makePdf([line("Secret")])
    .toString("latin1")
    .replace(
      "/Root 1 0 R",
      `/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>`,
    );
  expect((await read("pdf", Buffer.from(locked, "latin1")))?.text).toEqual({
    outcome: "failed",
    reason: "It is protected by a password.",
  });
});

test("the text of a DOCX is its paragraphs and notes, without deleted words and field codes", async () => {
  const run = (xml: string) => `<w:p><w:r>${xml}</w:r></w:p>`;
  const body = [
    run("<w:t>Twelve &amp; </w:t><w:t>more</w:t><w:br/><w:t>killed</w:t>"),
    run("<w:delText>Thirteen</w:delText><w:instrText>PAGE</w:instrText><w:tab/><w:t>a cell</w:t>"),
  ];
  const note =
    '<x:footnotes xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:p><x:t>By Reuters</x:t></x:p></x:footnotes>';
  const found = await read("docx", makeDocx(body.join(""), [{ name: "word/footnotes.xml", data: note }]));
  expect(found?.words).toBe("Twelve & more\nkilled\n\ta cell\n\nBy Reuters");
});

test("a DOCX with growing entities, a broken one, and one that lies about its size fail with a reason", async () => {
  const doctype = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  const growing = makeDocx("<w:p><w:t>&b;</w:t></w:p>", [], doctype);
  for (const bytes of [growing, makeDocx("<w:p>")])
    expect((await read("docx", bytes))?.text).toMatchObject({ outcome: "failed" });
  const lying = makeDocx("").toString("latin1");
  const claimed = Buffer.from(lying, "latin1");
  const at = claimed.lastIndexOf("word/document.xml") - 22;
  claimed.writeUInt32LE(7, at);
  expect((await read("docx", claimed))?.text).toEqual({
    outcome: "failed",
    reason: "It could not be read: The archive is damaged or cut off.",
  });
});

test("a hundred thousand elements within one another end at once", async () => {
  const deep = `${"<w:p>".repeat(100_000)}<w:t>deep</w:t>${"</w:p>".repeat(100_000)}`;
  expect((await read("docx", makeDocx(deep)))?.text).toEqual({
    outcome: "failed",
    reason: "It could not be read: Its elements stand a thousand deep in one another.",
  });
});

test.each<[string, Buffer, string | undefined, string]>([
  ["UTF-8", Buffer.from("Łódź 👍"), "windows-1252", "Łódź 👍"],
  ["its mark", Buffer.from("\uFEFFКиїв", "utf16le"), undefined, "Київ"],
  ["what was declared", Buffer.from("ca e8 bf e2".replaceAll(" ", ""), "hex"), "windows-1251", "Київ"],
  ["windows-1252", Buffer.from("9347726fdf94", "hex"), "no-such-charset", "“Groß”"],
])("plain text is read by %s", async (_, bytes, declared, words) => {
  expect((await read("text", bytes, declared))?.words).toBe(words);
});

test("of a long text its first 2 MB are kept, and no half letter", async () => {
  const found = await read("text", "é".repeat(3_000_000) + "end");
  expect(found?.text).toMatchObject({
    characters: 1_000_000,
    reason: "Only its first 2 MB of text were read.",
  });
  expect(found?.words).toBe("é".repeat(1_000_000));
});

test("a guessed charset is said, and other kinds have no text of their own", async () => {
  const found = await read("csv", Buffer.from("Gr\xfc\xdfe,1\nK\xf6ln,2", "latin1"));
  expect(found?.text).toMatchObject({ reason: expect.stringContaining("windows-1252") as string });
  for (const kind of ["html", "image", "warc"] as const) expect(await read(kind, "words")).toBeNull();
});
