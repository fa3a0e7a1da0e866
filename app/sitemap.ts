import { type MetadataRoute } from 'next';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { workHref } from '@/lib/catalog/work-address';
import { database } from '@/lib/catalog/database';
import { siteOrigin } from '@/lib/platform/site-origin';

export const dynamic = 'force-dynamic';

// The protocol allows 50,000 addresses a file.
const worksMax = 20_000;

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = siteOrigin();
  const list = { filter: {}, sort: 'newest', offset: 0, limit: worksMax } as const;
  const { artworks } = await listArtworks(await database(), list);
  return [
    ...['/', '/browse', '/about', '/quality'].map((path) => ({ url: `${origin}${path}` })),
    ...artworks.map(({ id, title, createdAt }) => ({
      url: `${origin}${workHref({ id, title })}`,
      lastModified: createdAt,
    })),
  ];
}
