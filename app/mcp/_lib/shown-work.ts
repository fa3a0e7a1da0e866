import { type Locale } from 'next-intl';
import { z } from 'zod';
import { artworkWords } from '@/app/artwork-words';
import { inLanguage } from '@/i18n/locale-address';
import { dateLabel, makerLabel } from '@/components/works/artwork-label';
import { type Artwork } from '@/lib/catalog/artwork';
import { inLanguage as worded, titleIn } from '@/lib/catalog/in-language';
import { workHref } from '@/lib/catalog/work-address';
import { siteOrigin } from '@/lib/platform/site-origin';
import { type HitStrength } from '@/lib/search/strength/strength';
import { type Measured, strengthWords } from './strength-words';

export const strengthSchema = z
  .object({
    percentile: z
      .number()
      .describe('The share of pairs of works that are further apart, in %. No percentage of likeness.'),
    weak: z.boolean().describe('Whether works are often this close by chance.'),
    words: z.string(),
  })
  .nullable()
  .describe('How close the match is. Null where nothing was measured to compare with.');

export const shownWorkSchema = z.object({
  id: z.string(),
  title: z.string(),
  maker: z.string().describe('Who made it and when, as its label says.'),
  date: z.string().nullable(),
  movements: z.array(z.string()),
  rights: z.string().nullable(),
  page: z.url().describe('Its page, for people.'),
});
export type ShownWork = z.output<typeof shownWorkSchema>;

export async function shownWork(stored: Artwork, locale: Locale): Promise<ShownWork> {
  const t = await artworkWords(locale);
  const artwork = worded(stored, locale);
  return {
    id: artwork.id,
    title: titleIn(stored, locale),
    maker: makerLabel(t, artwork),
    date: dateLabel(t, artwork),
    movements: [...artwork.movements],
    rights: artwork.rights,
    page: `${siteOrigin()}${inLanguage(locale, workHref(stored))}`,
  };
}

export async function shownStrength(
  strength: HitStrength | null,
  measured: Measured,
): Promise<z.output<typeof strengthSchema>> {
  if (strength === null) return null;
  const { weak } = strength;
  const percentile = Math.floor(strength.percentile * 100) / 100;
  return { percentile, weak, words: await strengthWords(strength, measured) };
}
