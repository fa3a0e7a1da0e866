/**
 * Which characters a font has glyphs for.
 * @param font in SFNT form, with a character map of format 4 (OpenType, `cmap`)
 * @throws Error for another font
 */
export function fontCoverage(font: Buffer): (character: string) => boolean {
  const map = characterMap(font);
  const segments = font.readUInt16BE(map + 6) / 2;
  const ends = map + 14;
  // Between the ends and the starts stand two bytes of padding.
  const starts = ends + segments * 2 + 2;
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    for (let i = 0; i < segments; i += 1) {
      if (code > font.readUInt16BE(ends + i * 2)) continue;
      return code >= font.readUInt16BE(starts + i * 2) && code !== 0xffff;
    }
    return false;
  };
}

/** The offset of the subtable for Unicode's Basic Multilingual Plane. */
function characterMap(font: Buffer): number {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + i * 16);
  const record = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  if (record === undefined) throw new Error('The font has no character map.');
  const cmap = font.readUInt32BE(record + 8);
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => cmap + 4 + i * 8);
  const offsets = subtables.map((at) => cmap + font.readUInt32BE(at + 4));
  const found = offsets.find((at) => font.readUInt16BE(at) === 4);
  if (found === undefined) throw new Error('The font has no character map of format 4.');
  return found;
}
