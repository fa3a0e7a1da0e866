import { getTranslations } from 'next-intl/server';
import { textAnswer } from '@/app/api/_lib/answer';
import { artworkWords } from '@/app/artwork-words';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { describeWork } from '@/components/works/describe-work';
import { routing } from '@/i18n/routing';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { atomFeed } from '@/lib/harvest/atom';
import { siteOrigin } from '@/lib/platform/site-origin';

const worksMax = 50;

/** The newest works, for feed readers. */
const get = endpoint(async (request) => {
  const list = { filter: {}, sort: 'newest', offset: 0, limit: worksMax } as const;
  const [{ artworks }, t, site] = await Promise.all([
    listArtworks(await database(), list),
    artworkWords(),
    getTranslations({ locale: routing.defaultLocale, namespace: 'site' }),
  ]);
  const works = artworks.map((artwork) => describeWork(t, artwork));
  return textAnswer(request, atomFeed(siteOrigin(), { title: site('feed'), works }), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
