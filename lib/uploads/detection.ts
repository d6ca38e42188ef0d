import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import type { Entry } from "yauzl";
import { checkGzip, withArchive } from "./archives.ts";
import { acceptedInWords, type Detected, docx, kindOf, packedWarc, Refusal, wacz, warc } from "./kinds.ts";
import { classifyText, decodeText, looksLikeText } from "./plain-text.ts";
import { endsAsArchive, refuseBySignature, refuseTwoFaced } from "./signatures.ts";

const headBytes = 64 * 1024;
/** Where the end of an archive may be: its record and the longest comment. */
const tailBytes = 22 + 65_535;

/**
 * What a file is, by its content alone: its name and what its sender declared are never asked. Throws a Refusal with the sentence for
 * whoever chose it. Reads the two ends of it, and all of it where it is packed.
 */
export async function detect(path: string): Promise<Detected> {
  const { head, tail } = await readEnds(path);
  if (head.length === 0) throw new Refusal("The file is empty.");
  refuseBySignature(head);
  if (head.subarray(0, 4).toString("latin1") === "PK\x03\x04") return detectArchive(path);
  if (head[0] === 0x1f && head[1] === 0x8b) return detectPacked(path);
  if (head.subarray(0, 5).toString("latin1") === "WARC/") return warc;

  const told = await tellBinary(path, head);
  if (told) {
    refuseTwoFaced(
      head,
      tail,
      `${told.kind === "pdf" ? "a PDF" : `a ${told.extension.slice(1).toUpperCase()}`}`,
    );
    return told;
  }
  if (head.subarray(0, 1024).includes("%PDF-"))
    throw new Refusal("Something else stands before the beginning of this PDF. Save it as a PDF anew.");
  if (endsAsArchive(tail))
    throw new Refusal("This is an archive with something before it. Such a file is a trick, or a program.");
  if (!looksLikeText(head, head) || !looksLikeText(tail, head)) throw unknown();
  return classifyText(decodeText(head).text.slice(0, 8192));
}

const unknown = () => new Refusal(`The desk cannot tell what this is. It takes ${acceptedInWords}.`);

async function readEnds(path: string): Promise<{ head: Buffer; tail: Buffer }> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const read = async (start: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    };
    const tailLength = Math.min(tailBytes, size);
    return {
      head: await read(0, Math.min(headBytes, size)),
      tail: await read(size - tailLength, tailLength),
    };
  } finally {
    await file.close();
  }
}

/** The kind by magic bytes; null where they may be text; refuses what is known and not taken. */
async function tellBinary(path: string, head: Buffer): Promise<Detected | null> {
  const isPdf = head.subarray(0, 5).toString("latin1") === "%PDF-";
  if (isPdf) return kindOf("application/pdf");
  const type = await fileTypeFromFile(path).catch(() => undefined);
  if (
    !type ||
    type.mime === "application/xml" ||
    type.mime === "application/pdf" ||
    looksLikeText(head, head)
  )
    return null;
  const known = kindOf(type.mime);
  if (known) return known;
  throw new Refusal(
    `This is ${type.ext.toUpperCase()}, which the desk does not take. It takes ${acceptedInWords}.`,
  );
}

async function detectArchive(path: string): Promise<Detected> {
  return withArchive(path, (entries) => Promise.resolve(tellArchive(entries)));
}

function tellArchive(entries: ReadonlyMap<string, Entry>): Detected {
  if (entries.has("word/document.xml") && entries.has("[Content_Types].xml")) {
    if (entries.has("word/vbaProject.bin"))
      throw new Refusal("This Word document carries a program (macros). Save it as DOCX or PDF without.");
    return docx;
  }
  const names = [...entries.keys()];
  if (entries.has("datapackage.json") && names.some((name) => /^archive\/.+\.warc(\.gz)?$/.test(name)))
    return wacz;
  throw new Refusal(
    "This is an archive, and the desk takes only DOCX and WACZ of those. Upload the files in it one by one.",
  );
}

async function detectPacked(path: string): Promise<Detected> {
  const first = await checkGzip(path, 16);
  if (first.toString("latin1").startsWith("WARC/")) return packedWarc;
  throw new Refusal("This is packed (gzip), and the desk takes only WARC so. Upload it unpacked.");
}
