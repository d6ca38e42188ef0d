/** A word, a number, or one sign of a text. White space lies between tokens and is none. */
export interface Token {
  /** Code points of the text. */
  start: number;
  end: number;
  /** UTF-16 units of the text. */
  from: number;
  to: number;
  /** What it says: composed, with plain quotes and dashes, so that typography alone makes no difference. */
  says: string;
}

// Scripts without spaces between words: each character is a token.
const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const letter = String.raw`[[\p{L}\p{M}\u00ad\u200c\u200d]--[${unspaced}]]`;
const groups = String.raw`(?:\p{Nd}{1,3}(?:[ \u00a0\u2009\u202f]\p{Nd}{3})+(?!\p{Nd})|\p{N}+)`;
// With separators, sign and what is written onto it: 20 is not found in 20,000, in 20-30 or in 20th.
const number = String.raw`(?:(?<![\p{L}\p{M}\p{N}])[+\-\u2212\u2013])?${groups}(?:[.,'’٫٬:\/\-\u2010-\u2015\u2212·]${groups})*(?:${letter}|\p{N})*[%‰٪]?`;
const pictures = String.raw`[\p{ExtPict}\p{RI}][\p{ExtPict}\p{RI}\p{M}\p{EMod}\u200d\ufe0f\u{e0020}-\u{e007f}]*`;
const blank = String.raw`\s\u200b\u200e\u200f\u061c\u2060`;
const pattern = new RegExp(
  `${number}|${letter}+(?:['’ʼ]${letter}+)*|${pictures}|[^${blank}][\\p{M}\\u200d]*`,
  "gv",
);

/** The tokens of a text in its order. Whatever lies between them is white space or an invisible mark. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let points = 0;
  for (const match of text.matchAll(pattern)) {
    const [raw] = match;
    // White space is in the basic plane: one unit is one code point.
    const start = points + match.index - at;
    const end = start + (raw.length === 1 ? 1 : [...raw].length);
    at = match.index + raw.length;
    points = end;
    tokens.push({ start, end, from: match.index, to: at, says: plain(raw) });
  }
  return tokens;
}

const printable = /^[!-&(-~]+$/;

function plain(raw: string): string {
  if (printable.test(raw)) return raw;
  return raw
    .normalize("NFC")
    .replaceAll("\u00ad", "")
    .replaceAll(/[‘’‚‛ʼ′`´]/g, "'")
    .replaceAll(/[“”„‟«»″]/g, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll(/\s/g, " ");
}
