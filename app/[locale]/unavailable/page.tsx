import { type Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('unavailable');
  return { title: t('title'), robots: { index: false } };
}

/** What proxy.ts shows, with status 503, instead of a page that needs the collection while Postgres is away. */
export default function UnavailablePage() {
  return <UnavailableCollection />;
}
