import { z } from 'zod';
import { artworkWords } from '@/app/artwork-words';
import { dateLabel, makerLabel } from '@/components/works/artwork-label';
import { type Artwork } from '@/lib/catalog/artwork';
import { workHref } from '@/lib/catalog/work-address';
import { siteOrigin } from '@/lib/platform/site-origin';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { type HitStrength, type StrengthScales } from '@/lib/search/strength/strength';
import { strengthWords } from './strength-words';

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

export async function shownWork(artwork: Artwork): Promise<ShownWork> {
  const t = await artworkWords();
  return {
    id: artwork.id,
    title: artwork.title,
    maker: makerLabel(t, artwork),
    date: dateLabel(t, artwork),
    movements: [...artwork.movements],
    rights: artwork.rights,
    page: `${siteOrigin()}${workHref(artwork)}`,
  };
}

/** @param kinds that it was measured in */
export async function shownStrength(
  strength: HitStrength | null,
  kinds: readonly EmbeddingKind[],
  scales: StrengthScales,
): Promise<z.output<typeof strengthSchema>> {
  if (strength === null) return null;
  const { weak } = strength;
  const percentile = Math.floor(strength.percentile * 100) / 100;
  return { percentile, weak, words: await strengthWords(strength, kinds, scales) };
}
