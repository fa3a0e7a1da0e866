import { getTranslations } from 'next-intl/server';
import { scalesSource, shownShare, strengthLevel } from '@/components/search/hits/strength-reach';
import { routing } from '@/i18n/routing';
import { type HitStrength, type StrengthScales } from '@/lib/search/strength/strength';
import { type EmbeddingKind } from '@/lib/vision/embedding';

/** A strength as pages put it: "Very close: Closer than 99.7% of pairs in this collection". */
export async function strengthWords(
  { percentile, weak }: HitStrength,
  kinds: readonly EmbeddingKind[],
  scales: StrengthScales,
): Promise<string> {
  const t = await getTranslations({ locale: routing.defaultLocale, namespace: 'strength' });
  const compared = { source: scalesSource(kinds, scales), share: shownShare(percentile) };
  if (weak) return t('weak', compared);
  return `${t(`words.${strengthLevel(percentile)}`)}: ${t('closer', compared)}`;
}
