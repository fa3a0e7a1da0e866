import { getTranslations } from 'next-intl/server';
import { jsonAnswer, textAnswer } from '@/app/api/_lib/answer';
import { oembedParameters } from '@/app/api/_lib/openapi-embedding';
import { readParameters } from '@/app/api/_lib/parameters';
import { artworkWords } from '@/app/artwork-words';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { describeWork } from '@/components/works/describe-work';
import { languageParameter } from '@/app/asked-language';
import { localeAddress } from '@/i18n/locale-address';
import { inLanguage, titleIn } from '@/lib/catalog/in-language';
import { database } from '@/lib/catalog/database';
import { findPublicArtwork } from '@/lib/catalog/public-artwork.repository';
import { Problem } from '@/lib/platform/problem';
import { siteOrigin } from '@/lib/platform/site-origin';
import { embedSize, oEmbed, oEmbedXml, workIdInAddress } from '@/lib/standards/oembed';

/** What another page shows for the address of a work (oEmbed 1.0). */
const get = endpoint(async (request) => {
  const { url, format, maxwidth, maxheight } = readParameters(
    oembedParameters,
    new URL(request.url).searchParams,
  );
  const origin = siteOrigin();
  const id = workIdInAddress(origin, url);
  const artwork = id === null ? null : await findPublicArtwork(await database(), id);
  if (artwork === null)
    throw new Problem(
      'not-found',
      `There is no work at "${url.slice(0, 200)}". Give the address of a work’s page.`,
    );
  // In the language of the page that is embedded.
  const { locale } = localeAddress(new URL(url).pathname);
  const t = await getTranslations({ locale, namespace: 'embed' });
  const answer = oEmbed(origin, describeWork(await artworkWords(locale), inLanguage(artwork, locale)), {
    title: t('frame', { title: titleIn(artwork, locale) }),
    language: languageParameter(locale)['lang'],
    width: Math.min(embedSize.width, maxwidth ?? Infinity),
    height: Math.min(embedSize.height, maxheight ?? Infinity),
  });
  if (format === 'json') return jsonAnswer(request, answer);
  return textAnswer(request, oEmbedXml(answer), { headers: { 'Content-Type': 'text/xml; charset=utf-8' } });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
