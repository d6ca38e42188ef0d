/** How many code points a text has: what positions are counted in everywhere, not UTF-16 units. */
export function countCodePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) if (isPair(text, at)) count--;
  return count;
}

/** The text up to so many code points; never half of one. */
export function firstCodePoints(text: string, most: number): string {
  if (text.length <= most) return text;
  let at = 0;
  for (let count = 0; count < most && at < text.length; count++) at += isPair(text, at) ? 2 : 1;
  return text.slice(0, at);
}

const isPair = (text: string, at: number) => (text.codePointAt(at) ?? 0) > 0xffff;
