import { Refusal } from "./kinds.ts";

// What must be known of the bytes of a file before anything parses it. Browsers and viewers look in other places than we do: a
// file that is one thing at its beginning and another elsewhere is refused, since it would be shown as what it was not checked as.

const programs: [string, string][] = [
  ["4d5a", "a Windows program"],
  ["7f454c46", "a Linux program"],
  ["feedface", "a macOS program"],
  ["feedfacf", "a macOS program"],
  ["cefaedfe", "a macOS program"],
  ["cffaedfe", "a macOS program"],
  ["cafebabe", "a macOS or Java program"],
  ["0061736d", "a WebAssembly program"],
  ["4c0000000114020000000000c000000000000046", "a Windows shortcut"],
  ["2321", "a script"],
];

const otherArchives: [string, string][] = [
  ["526172211a07", "RAR"],
  ["377abcaf271c", "7-Zip"],
  ["fd377a585a00", "xz"],
  ["425a68", "bzip2"],
  ["28b52ffd", "Zstandard"],
  ["4d534346", "a cabinet"],
];

const startsWith = (head: Buffer, hex: string) => head.subarray(0, hex.length / 2).toString("hex") === hex;

/** Refuses what is a program, an archive of another kind, or an old or encrypted office document, by its first bytes. */
export function refuseBySignature(head: Buffer): void {
  const program = programs.find(([hex]) => startsWith(head, hex));
  if (program) throw new Refusal(`This is ${program[1]}, which the desk never keeps.`);
  const archive = otherArchives.find(([hex]) => startsWith(head, hex));
  if (archive) throw new Refusal(`This is an archive (${archive[1]}). Upload the files in it one by one.`);
  if (startsWith(head, "d0cf11e0a1b11ae1"))
    throw new Refusal(
      "This is an old or a password-protected Office document. Save it as DOCX or PDF without a password.",
    );
}

const markup = /<(?:!doctype\s+html|html|head|body|script|iframe|svg|\?php)\b/i;

/** Refuses a picture, recording or PDF that some other program would take for a web page, a script or an archive. */
export function refuseTwoFaced(head: Buffer, tail: Buffer, what: string): void {
  const beginning = head.subarray(0, 1024).toString("latin1");
  if (markup.test(beginning))
    throw new Refusal(`This is ${what} to one program and a web page to another. Such a file is a trick.`);
  if (/^GIF8[79]a(?:\/\*|\s*=)/.test(beginning))
    throw new Refusal(`This is ${what} to one program and a script to another. Such a file is a trick.`);
  if (endsAsArchive(tail))
    throw new Refusal(`This is ${what} with an archive behind it. Upload what is in it on its own.`);
}

/** Whether the end of a file is the end of a ZIP archive, as every program that opens one looks for it (APPNOTE 4.3.16). */
export function endsAsArchive(tail: Buffer): boolean {
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) === 0x06054b50 && at + 22 + tail.readUInt16LE(at + 20) === tail.length)
      return true;
  }
  return false;
}
