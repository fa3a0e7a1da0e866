import { type Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageAlternates } from '@/app/page-alternates';
import { Link } from '@/i18n/link';
import { ClientMessages } from '@/components/layout/client-messages';
import { LiveSearch } from '@/components/live/live-search';
import { database } from '@/lib/catalog/database';
import { settings } from '@/lib/platform/settings';
import { deviceOffer } from '@/lib/search/device-offer';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('live');
  return {
    title: t('title'),
    description: t('description'),
    alternates: await pageAlternates('/live'),
  };
}

export default async function LivePage() {
  const [t, offer] = await Promise.all([getTranslations('live'), database().then(deviceOffer)]);
  const link = (text: React.ReactNode) => (
    <Link href="/" className="link">
      {text}
    </Link>
  );
  return (
    <div className="shell">
      <h1 className="pt-2 font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
      {offer ? (
        <>
          <p className="mt-4 max-w-prose text-quiet">{t('lead')}</p>
          <noscript>
            <p className="mt-8 max-w-prose">{t.rich('needsScript', { link })}</p>
          </noscript>
          <ClientMessages of={['live', 'kinds', 'artwork', 'device', 'refusals']}>
            <LiveSearch offer={offer} days={settings().queryDays} />
          </ClientMessages>
        </>
      ) : (
        <p className="mt-8 max-w-prose">{t.rich('tooLarge', { link })}</p>
      )}
    </div>
  );
}
