import { centimetres } from './size-text';

interface Dimension {
  readonly part: string | null;
  readonly type: string | null;
  readonly unit: string | null;
  readonly value: number;
}

/** One side of a work in centimetres: of the work itself (`netto`) before that of its sheet or frame. */
export function smkSize(dimensions: readonly Dimension[], type: 'hojde' | 'bredde'): number | null {
  const ofType = dimensions.filter((one) => one.type === type && one.value > 0);
  const [found] = ofType.toSorted((a, b) => partRank(a.part) - partRank(b.part));
  return found === undefined ? null : centimetres(found.value, found.unit);
}

const partRank = (part: string | null) => (part === 'netto' ? 0 : part === 'brutto' ? 2 : 1);
