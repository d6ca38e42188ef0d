/** What a line of text takes, and whether a character can be drawn, read from a TrueType font. */
export interface Font {
  has: (character: string) => boolean;
  /** In parts of the font's size; shaping makes joined letters a little narrower. */
  width: (text: string) => number;
}

/** Reads the tables that measuring needs: head, hhea, hmtx, and the groups of cmap (format 12). */
export function readFont(file: Buffer): Font {
  const tables = new Map<string, number>();
  for (let at = 12, left = file.readUInt16BE(4); left > 0; at += 16, left--)
    tables.set(file.toString("latin1", at, at + 4), file.readUInt32BE(at + 8));
  const table = (name: string): number => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`The font has no table ${name}.`);
    return at;
  };
  const unitsPerEm = file.readUInt16BE(table("head") + 18);
  const metrics = file.readUInt16BE(table("hhea") + 34);
  const [cmap, hmtx] = [table("cmap"), table("hmtx")];
  let groups = 0;
  for (let at = cmap + 4, left = file.readUInt16BE(cmap + 2); left > 0; at += 8, left--) {
    const sub = cmap + file.readUInt32BE(at + 4);
    if (file.readUInt16BE(sub) === 12) groups = sub;
  }
  if (groups === 0) throw new Error("The font has no cmap of format 12.");
  const count = file.readUInt32BE(groups + 12);

  function glyphOf(code: number): number {
    for (let low = 0, high = count - 1; low <= high;) {
      const middle = (low + high) >> 1;
      const at = groups + 16 + middle * 12;
      if (code < file.readUInt32BE(at)) high = middle - 1;
      else if (code > file.readUInt32BE(at + 4)) low = middle + 1;
      else return file.readUInt32BE(at + 8) + code - file.readUInt32BE(at);
    }
    return 0;
  }
  const advance = (glyph: number) => file.readUInt16BE(hmtx + Math.min(glyph, metrics - 1) * 4);
  return {
    has: (character) => glyphOf(character.codePointAt(0) ?? 0) !== 0,
    width: (text) => {
      let units = 0;
      for (const character of text) units += advance(glyphOf(character.codePointAt(0) ?? 0));
      return units / unitsPerEm;
    },
  };
}
