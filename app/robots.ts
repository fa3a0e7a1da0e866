import { type MetadataRoute } from 'next';
import { inLanguage } from '@/i18n/locale-address';
import { routing } from '@/i18n/routing';
import { siteOrigin } from '@/lib/platform/site-origin';

/** They open a link that somebody sends, once, to show what it leads to. */
const linkPreviews = [
  'Discordbot',
  'facebookexternalhit',
  'LinkedInBot',
  'Slackbot-LinkExpanding',
  'TelegramBot',
  'Twitterbot',
  'WhatsApp',
];

export const dynamic = 'force-dynamic';

/**
 * Searches are endless and uploads private; works and lists of works are for everyone, and so is the list of works in the
 * style of one, without a second parameter. (The longest rule that fits counts: RFC 9309, section 2.2.2.)
 */
const closedPages = ['/search', '/search?style=*&', '/admin'];
const landingSearches = ['/search?style='];

/** In every language. */
function inLanguages(paths: readonly string[]): string[] {
  return paths.flatMap((path) => routing.locales.map((locale) => inLanguage(locale, path)));
}

export default function robots(): MetadataRoute.Robots {
  return {
    rules: [
      {
        userAgent: '*',
        allow: ['/', '/images/', ...inLanguages(landingSearches)],
        disallow: [...inLanguages(closedPages), '/query', '/api/v1/'],
      },
      { userAgent: linkPreviews, allow: ['/'], disallow: [...inLanguages(['/admin']), '/query', '/api/v1/'] },
    ],
    sitemap: `${siteOrigin()}/sitemap.xml`,
  };
}
