import { type Metadata } from 'next';
import { RestingCollection } from '@/components/resting-collection';

export const metadata: Metadata = { title: 'Resting, try again', robots: { index: false } };

/** What proxy.ts shows, with status 503, in place of a page that needs the collection while Postgres is away. */
export default function RestingPage() {
  return <RestingCollection />;
}
