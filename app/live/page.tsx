import { type Metadata } from 'next';
import Link from 'next/link';
import { LiveSearch } from '@/components/live/live-search';
import { database } from '@/lib/catalog/database';
import { settings } from '@/lib/platform/settings';
import { deviceOffer } from '@/lib/search/device-offer';

export const metadata: Metadata = {
  title: 'Search live',
  description: 'Hold a picture to the camera, or move a frame over one: what is painted like it follows.',
};

export default async function LivePage() {
  const offer = await deviceOffer(await database());
  return (
    <div className="shell">
      <h1 className="pt-2 font-serif text-title tracking-[-0.015em]">Search live</h1>
      {offer ? (
        <>
          <p className="mt-4 max-w-prose text-quiet">
            Hold something to the camera, or move a frame over a picture: what is painted like it follows.
            Nothing that the camera sees leaves your device; only the numbers read from it are sent, and not
            kept.
          </p>
          <noscript>
            <p className="mt-8 max-w-prose">
              Reading pictures on your device needs JavaScript.{' '}
              <Link href="/" className="link">
                Send a picture instead
              </Link>
              .
            </p>
          </noscript>
          <LiveSearch offer={offer} days={settings().queryDays} />
        </>
      ) : (
        <p className="mt-8 max-w-prose">
          The collection was looked at by a network that is too large for a browser, so pictures cannot be
          read on your device here.{' '}
          <Link href="/" className="link">
            Send a picture instead
          </Link>
          .
        </p>
      )}
    </div>
  );
}
