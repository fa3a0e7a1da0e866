import { useLocale } from 'next-intl';
import { sentenceGap } from '@/i18n/languages';

/** Between two sentences that are messages of their own. */
export function Gap() {
  return useGap();
}

/** The same as text, to join sentences with. */
export function useGap(): string {
  return sentenceGap[useLocale()];
}
