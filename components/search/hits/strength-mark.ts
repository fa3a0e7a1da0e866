import { useTranslations } from 'next-intl';
import { type StrengthMark } from '@/components/works/tile-card';
import { type HitStrength, type StrengthScale } from '@/lib/search/strength/strength';
import { shownShare, strengthLevel } from './strength-reach';

/**
 * How a hit's strength is drawn and read out on its tile.
 * @param source whose pairs the strengths are compared with
 */
export function useStrengthMark(source: StrengthScale['source']): (strength: HitStrength) => StrengthMark {
  const t = useTranslations('strength');
  return ({ percentile, weak }) => {
    const level = strengthLevel(percentile);
    return {
      word: t(weak ? 'words.weak' : `words.${level}`),
      text: t(weak ? 'weak' : 'closer', { source, share: shownShare(percentile) }),
      level,
      weak,
    };
  };
}
