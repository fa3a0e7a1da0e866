/** Height and width in centimetres, as far as a text says them. */
export interface Size {
  readonly heightCm: number | null;
  readonly widthCm: number | null;
}

const number = String.raw`(\d+(?:[.,]\d+)?)`;
const sizes = new RegExp(
  String.raw`${number}\s*(?:cm|mm|m)?\s*[x×]\s*${number}(?:\s*[x×]\s*${number})?\s*(cm|mm|m)\b`,
  'i',
);
const toCentimetres: Readonly<Record<string, number>> = { mm: 0.1, cm: 1, m: 100 };

/** @param unit `mm`, `cm` or `m`; any other is taken for centimetres */
export function centimetres(value: number, unit: string | null): number {
  return Math.round(value * (toCentimetres[unit?.toLowerCase() ?? ''] ?? 1) * 100) / 100;
}

/**
 * Reads metric dimensions, height first as museums print them. Where a text gives several, the work without its frame
 * is meant: "Framed: 132.5 x 193.5 cm; Unframed: 99.8 x 160.6 cm" is 99.8 high.
 */
export function sizeFromText(text: string | null | undefined): Size {
  const parts = (text ?? '').split(/[;\n\r]+/).flatMap((part) => {
    const [, height, width, , unit] = sizes.exec(part) ?? [];
    return height === undefined || width === undefined || unit === undefined
      ? []
      : [{ part, height, width, unit }];
  });
  const [best] = parts.toSorted((a, b) => frameRank(a.part) - frameRank(b.part));
  if (best === undefined) return { heightCm: null, widthCm: null };
  const inCentimetres = (text: string) => centimetres(Number(text.replace(',', '.')), best.unit);
  return { heightCm: inCentimetres(best.height), widthCm: inCentimetres(best.width) };
}

function frameRank(part: string): number {
  if (/\b(?:unframed|without frame|canvas|panel)\b/i.test(part)) return 0;
  return /\b(?:framed?|sight|mount|mat|lijst|ramme|rahmen|cadre)\b/i.test(part) ? 2 : 1;
}
