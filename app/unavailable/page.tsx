import { type Metadata } from 'next';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';

export const metadata: Metadata = {
  title: 'The collection is temporarily unavailable',
  robots: { index: false },
};

/** What proxy.ts shows, with status 503, instead of a page that needs the collection while Postgres is away. */
export default function UnavailablePage() {
  return <UnavailableCollection />;
}
