import { type Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { scalesSource, shownShare, strengthLevel } from '@/components/search/hits/strength-reach';
import { type HitStrength, type StrengthScales } from '@/lib/search/strength/strength';
import { type EmbeddingKind } from '@/lib/vision/embedding';

export interface Measured {
  /** The kinds that it was measured in. */
  readonly kinds: readonly EmbeddingKind[];
  readonly scales: StrengthScales;
  readonly locale: Locale;
}

/** A strength as pages put it: "Very close: Closer than 99.7% of pairs in this collection". */
export async function strengthWords(
  { percentile, weak }: HitStrength,
  { kinds, scales, locale }: Measured,
): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'strength' });
  const compared = { source: scalesSource(kinds, scales), share: shownShare(percentile) };
  if (weak) return t('weak', compared);
  return `${t(`words.${strengthLevel(percentile)}`)}: ${t('closer', compared)}`;
}
