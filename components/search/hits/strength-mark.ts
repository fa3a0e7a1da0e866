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
  // The same object for hits of the same strength, which is then sent to the browser once.
  const marks = new Map<string, StrengthMark>();
  return ({ percentile, weak }) => {
    const share = shownShare(percentile);
    const key = `${share} ${weak}`;
    const level = strengthLevel(percentile);
    const mark = marks.get(key) ?? {
      word: t(weak ? 'words.weak' : `words.${level}`),
      text: t(weak ? 'weak' : 'closer', { source, share }),
      level,
      ...(weak && { weak }),
    };
    marks.set(key, mark);
    return mark;
  };
}
