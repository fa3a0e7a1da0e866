import { createHash } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type ById, textAnswer } from '@/app/api/_lib/answer';
import { readParameters } from '@/app/api/_lib/parameters';
import { artworkWords } from '@/app/artwork-words';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { embedStyle, embedPage } from '@/app/embed/embed-page';
import { routing } from '@/i18n/routing';
import { embeddingKinds } from '@/lib/vision/embedding';
import { siteOrigin } from '@/lib/platform/site-origin';
import { similarArtworks } from '@/lib/search/search.service';

const parameters = z.object({
  by: z.enum(embeddingKinds).default('style'),
  lang: z.enum(routing.locales).default(routing.defaultLocale),
  limit: z.coerce.number().int().min(1).max(8).default(4),
});

/** It runs no script and sets no cookie, and unlike every other page any site may show it in a frame. */
const policy = [
  "default-src 'none'",
  "img-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(embedStyle).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ');

/** Works like a work, for a frame on another page. */
const get = endpoint<ById>(async (request, { params }) => {
  const { id } = await params;
  const { by, lang, limit } = readParameters(parameters, new URL(request.url).searchParams);
  const result = await similarArtworks(id, by, limit);
  const page = embedPage(siteOrigin(), result, {
    locale: lang,
    words: await artworkWords(lang),
    t: await getTranslations({ locale: lang, namespace: 'embed' }),
  });
  return textAnswer(request, page, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
  });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
