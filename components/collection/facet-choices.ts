import { useFormatter, useTranslations } from 'next-intl';
import {
  colourNames,
  type FacetName,
  type Facets,
  type FacetValue,
  type YearRange,
} from '@/lib/catalog/artwork';
import { type ArtworkWords, yearLabel } from '@/components/works/artwork-label';
import { type FacetChoice } from './facet-values';

type CollectionWords = ReturnType<typeof useTranslations<'collection'>>;

/** The values of a facet as they are shown. One that is chosen is there also if no work has it any more. */
export function useFacetChoices(): (
  name: FacetName,
  facets: Facets,
  chosen: readonly string[],
) => readonly FacetChoice[] {
  const t = useTranslations('collection');
  const format = useFormatter();
  return (name, facets, chosen) => {
    const counted = inOrder(name, facets);
    const others = chosen.filter((value) => !counted.some((one) => one.value === value));
    return [...others.map((value) => ({ value, count: 0 })), ...counted].map(({ value, count }) => {
      const label = facetValueLabel(t, name, value);
      return label === value ? [value, format.number(count)] : [value, format.number(count), label];
    });
  };
}

export function facetValueLabel(t: CollectionWords, name: FacetName, value: string): string {
  if (name === 'colour') {
    const colour = colourNames.find((one) => one === value);
    return colour ? t(`colours.${colour}`) : value;
  }
  return name === 'century' ? centuryLabel(t, Number(value)) : value;
}

/** @param century negative before the common era */
export function centuryLabel(t: CollectionWords, century: number): string {
  return century < 0 ? t('centuryBefore', { century: -century }) : t('centuryValue', { century });
}

export function yearsLabel(t: CollectionWords, words: ArtworkWords, { from, to }: YearRange): string {
  const label = (year: number) => yearLabel(words, year);
  if (from === null) return to === null ? '' : t('yearsTo', { to: label(to) });
  return to === null
    ? t('yearsFrom', { from: label(from) })
    : t('yearsBetween', { from: label(from), to: label(to) });
}

/** Most frequent first, but centuries in order of time. */
export function inOrder(name: FacetName, facets: Facets): readonly FacetValue[] {
  if (name !== 'century') return facets[name];
  return [...facets.century].sort((a, b) => Number(a.value) - Number(b.value));
}
