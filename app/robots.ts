import { type MetadataRoute } from 'next';
import { settings } from '@/lib/platform/settings';

export const dynamic = 'force-dynamic';

export default function robots(): MetadataRoute.Robots {
  const { publicUrl } = settings();
  return {
    // Searches are endless and uploads private; works and lists of works are for everyone.
    rules: {
      userAgent: '*',
      allow: ['/', '/images/'],
      disallow: ['/search', '/query', '/admin', '/api/v1/'],
    },
    ...(publicUrl && { sitemap: `${publicUrl}/sitemap.xml` }),
  };
}
