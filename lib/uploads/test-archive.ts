import { crc32, deflateRawSync, deflateSync } from "node:zlib";

/** An entry of an archive for tests; whatever is left out is as an honest writer has it. */
export interface TestEntry {
  name: string;
  data?: Buffer | string;
  /** What the archive claims that it unpacks to. */
  claimed?: number;
  isEncrypted?: boolean;
  /** The Unix mode. */
  mode?: number;
  /** Lies where the first entry lies, sharing its bytes. */
  isOverFirst?: boolean;
}

/** A ZIP archive (APPNOTE) with exactly the given entries, as hostile as they are. */
export function makeArchive(entries: TestEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data ?? "");
    const packed = deflateRawSync(data, { level: 1 });
    const name = Buffer.from(entry.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0); // version
    fields.writeUInt16LE(0x800 | (entry.isEncrypted ? 1 : 0), 2); // names in UTF-8
    fields.writeUInt16LE(8, 4); // deflated
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.claimed ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(entry.isOverFirst ? 0 : offset, 10);
    central.push(Buffer.from("PK\x01\x02\x14\x03", "latin1"), fields, rest, name);
    if (entry.isOverFirst) continue;
    local.push(Buffer.from("PK\x03\x04", "latin1"), fields, name, packed);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** A DOCX whose body is the given XML, in which `w:` is WordprocessingML. */
export const makeDocx = (body: string, more: TestEntry[] = [], before = ""): Buffer =>
  makeArchive([
    { name: "[Content_Types].xml", data: "<Types/>" },
    {
      name: "word/document.xml",
      data: `<?xml version="1.0"?>${before}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  ]);

/** A PDF by hand, with one page for each content stream. */
export function makePdf(contents: string[], info = ""): Buffer {
  const kids = contents.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${contents.length}/Kids[${kids}]>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ...contents.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + index * 2} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
    `<<${info}>>`,
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info ${objects.length} 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** The content stream of a page with one line of text. */
export const line = (words: string) => `BT /F1 12 Tf 50 700 Td (${words}) Tj ET`;

/** A PNG that claims its size and holds next to nothing. */
export function makePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from("00000000000000000802000000", "hex");
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const start = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const data = deflateSync(Buffer.alloc(100));
  return Buffer.concat([start, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}
