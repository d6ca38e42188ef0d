import { glyphs } from "../glyphs.ts";
import type { Card } from "../publication/card.ts";
import type { Font } from "./font.ts";

const [width, height, margin] = [1200, 630, 80];
const inks: Record<string, string> = {
  true: "#11664f",
  "mostly-true": "#3c6412",
  mixed: "#7a5500",
  misleading: "#97460b",
  false: "#a0222b",
  contested: "#6a3a94",
};
const neutral = "#55534e";
const sizes = [60, 52, 46, 40, 36];
const room = 285;

/**
 * The picture as SVG. "Claim:" stands before the words, and the rating in words with its sign. Words that the font cannot
 * write are left out, and the picture says so: boxes would tell nobody anything.
 */
export function drawCard(card: Card, font: Font): string {
  const ink = card.retracted ? neutral : (inks[card.rating.hue] ?? neutral);
  const outcome = card.retracted ? "Fact-check retracted" : `Rated ${shownOr(card.rating.name, font, "")}`;
  const sign = card.retracted ? undefined : glyphs[card.rating.glyph];
  const by = shownOr(card.claimant, font, "");
  const heading = `Claim ${card.number}${by && `, by ${by}`}:`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans">
<rect width="${width}" height="${height}" fill="#fbfaf7"/><rect width="20" height="${height}" fill="${ink}"/>
${line(cut(heading, 30, font), margin, 115, 30, "#56534c")}
${words(card.wording, font)}
<g fill="none" stroke="${ink}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" transform="translate(${margin} 473) scale(3)">${sign ? `<path d="${sign}"/>` : ""}</g>
${line(cut(outcome, 48, font, 240), sign ? margin + 84 : margin, 520, 48, ink, true)}
${line(cut(`${card.sample ? "Sample data, no fact-check · " : ""}${shownOr(card.deskName, font, "Fact-check")}`, 26, font), margin, 585, 26, "#68645c")}
</svg>`;
}

function words(wording: string, font: Font): string {
  if (!canWrite(wording, font)) return line("(its wording stands on the page)", margin, 200, 40, "#1c1b19");
  const rightToLeft = isRightToLeft(wording);
  const x = rightToLeft ? width - margin : margin;
  for (const [at, size] of sizes.entries()) {
    const lines = wrap(wording, font, size);
    const fits = Math.floor(room / (size * 1.3));
    if (lines.length > fits && at < sizes.length - 1) continue;
    const shown = lines.length > fits ? [...lines.slice(0, fits - 1), `${lines[fits - 1] ?? ""} …`] : lines;
    return shown
      .map((text, row) => line(text, x, 125 + size * 1.3 * (row + 1), size, "#1c1b19", true, rightToLeft))
      .join("\n");
  }
  return "";
}

/** Cuts between words; a word longer than a line is cut where the line ends. */
function wrap(text: string, font: Font, size: number): string[] {
  // Bold letters are wider by about a seventh.
  const most = (width - 2 * margin) / size / 1.15;
  const lines = [""];
  for (const word of text.split(/\s+/u).filter(Boolean))
    for (const part of font.width(word) > most ? Array.from(word) : [word]) {
      const last = lines.at(-1) ?? "";
      const joined = last === "" || part !== word ? last + part : `${last} ${part}`;
      if (last === "" || font.width(joined) <= most) lines[lines.length - 1] = joined;
      else lines.push(part);
    }
  return lines;
}

function cut(text: string, size: number, font: Font, less = 0): string {
  const most = (width - 2 * margin - less) / size / 1.15;
  if (font.width(text) <= most) return text;
  const points = Array.from(text);
  while (points.length > 0 && font.width(`${points.join("")}…`) > most) points.pop();
  return `${points.join("").trimEnd()}…`;
}

/** Neither a character that the font lacks, nor one that would turn the order of all that follows. */
const canWrite = (text: string, font: Font): boolean =>
  !/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(text.replace(/\s/gu, "")) &&
  Array.from(text).every((character) => /\s/u.test(character) || font.has(character));

const shownOr = (text: string, font: Font, otherwise: string): string =>
  canWrite(text, font) ? text : otherwise;

/** As HTML decides for dir="auto": by the first letter that has a direction. */
const isRightToLeft = (text: string): boolean =>
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    text,
  );

function line(
  text: string,
  x: number,
  y: number,
  size: number,
  ink: string,
  bold = false,
  rightToLeft = false,
): string {
  const ordered = rightToLeft ? `\u202B${text}\u202C` : text;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${ink}"${bold ? ' font-weight="700"' : ""}${rightToLeft ? ' text-anchor="end"' : ""}>${escaped(ordered)}</text>`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
