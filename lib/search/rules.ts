const most = 200;

/** What is searched for: whatever was sent, without NUL and broken characters, at most 200 code points; "" for nothing. */
export function searchWords(sent: string): string {
  const clean = sent.toWellFormed().replaceAll("\0", "").replace(/\s+/gu, " ").trim();
  return Array.from(clean).slice(0, most).join("");
}

/** The claim's number when the words are nothing but one, such as C-1042, c1042 or 1042. */
export function claimNumber(words: string): number | null {
  const digits = /^(?:c-?)?(\d{1,9})$/i.exec(words)?.[1];
  return digits === undefined ? null : Number(digits);
}
