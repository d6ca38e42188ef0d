/** How many code points a text has: what positions are counted in everywhere, not UTF-16 units. */
export function countCodePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) if ((text.codePointAt(at) ?? 0) > 0xffff) count--;
  return count;
}

/** The beginning of UTF-8, in so many bytes at most; a letter that the cut goes through is left out. */
export function firstBytes(utf8: Buffer, most: number): Buffer {
  if (utf8.length <= most) return utf8;
  let end = most;
  while (end > 0 && ((utf8[end] ?? 0) & 0xc0) === 0x80) end--;
  return utf8.subarray(0, end);
}
