import { type Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { facetNames } from '@/lib/catalog/artwork';
import { type PageAddress } from './page-address';

/** The head of a page with all values of the facet `of`. */
export async function valuesMetadata({ searchParams }: PageAddress): Promise<Metadata> {
  const [t, { of }] = await Promise.all([getTranslations('collection'), searchParams]);
  const name = facetNames.find((one) => one === of);
  return { title: t(name ?? 'facets'), robots: { index: false } };
}
