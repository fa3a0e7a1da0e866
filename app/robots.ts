import { type MetadataRoute } from 'next';
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

export default function robots(): MetadataRoute.Robots {
  return {
    // Searches are endless and uploads private; works and lists of works are for everyone.
    rules: [
      {
        userAgent: '*',
        allow: ['/', '/images/'],
        disallow: ['/search', '/query', '/admin', '/api/v1/'],
      },
      { userAgent: linkPreviews, allow: ['/', '/search'], disallow: ['/query', '/admin', '/api/v1/'] },
    ],
    sitemap: `${siteOrigin()}/sitemap.xml`,
  };
}
