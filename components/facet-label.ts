import { type FacetName } from '@/lib/catalog/artwork';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const suffixes: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** A facet's value as a person reads it: century "19" is "19th century", "-5" is "5th century BCE". */
export function facetValueLabel(name: FacetName, value: string): string {
  if (name !== 'century' || !/^-?\d+$/.test(value)) return value;
  const century = Number(value);
  const number = Math.abs(century);
  const suffix = suffixes[ordinals.select(number)] ?? 'th';
  return `${number}${suffix} century${century < 0 ? ' BCE' : ''}`;
}
