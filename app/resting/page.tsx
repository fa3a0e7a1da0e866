import { type Metadata } from 'next';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';

export const metadata: Metadata = { title: 'Resting, try again', robots: { index: false } };

/** What proxy.ts shows, with status 503, in place of a page that needs the collection while Postgres is away. */
export default function RestingPage() {
  return <UnavailableCollection />;
}
