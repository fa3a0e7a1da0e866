import { type Locale } from 'next-intl';
import { z } from 'zod';
import { inLanguage } from '@/i18n/locale-address';
import { siteOrigin } from '@/lib/platform/site-origin';
import { searchHref } from '@/lib/search/query';
import { type SearchResult } from '@/lib/search/search.service';
import { shownStrength, shownWork, shownWorkSchema, strengthSchema } from './shown-work';
import { type Found } from './tool-answer';

export const searchOutput = {
  works: z.array(shownWorkSchema.extend({ rank: z.int(), strength: strengthSchema })).describe('Best first.'),
  total: z.int().describe('Works that the filter leaves.'),
  page: z.url().describe('The same search as a web page.'),
};

/** What a search has found, as a tool answers. */
export async function searchAnswer(result: SearchResult, locale: Locale): Promise<Found> {
  const kinds = result.query.terms.map(({ kind }) => kind);
  const works = await Promise.all(
    result.hits.map(async ({ artwork, strength }, at) => ({
      rank: at + 1,
      ...(await shownWork(artwork, locale)),
      strength: await shownStrength(strength, { kinds, scales: result.scales, locale }),
    })),
  );
  const lines = works.map(({ rank, title, maker, id, strength }) =>
    [`${rank}. ${title}, ${maker} (${id})`, strength?.words].filter(Boolean).join(' · '),
  );
  const page = `${siteOrigin()}${inLanguage(locale, searchHref(result.query))}`;
  return {
    structured: { works, total: result.total, page },
    text: [...(lines.length === 0 ? ['No works were found.'] : lines), page].join('\n'),
    pictures: result.hits.map(({ artwork }) => artwork),
  };
}
