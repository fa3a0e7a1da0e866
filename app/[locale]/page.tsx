import { type Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { pageAlternates } from '@/app/page-alternates';
import { Link } from '@/i18n/navigation';
import { ClientMessages } from '@/components/layout/client-messages';
import { DropZone } from '@/components/search/picture/drop-zone';
import { JsonLd } from '@/components/layout/json-ld';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';
import { WorksWall } from '@/components/works/works-wall';
import { type Artwork } from '@/lib/catalog/artwork';
import { database } from '@/lib/catalog/database';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { pictureLimits } from '@/lib/images/picture-limits';
import { arrivingWorks } from '@/lib/imports/arriving';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { siteOrigin } from '@/lib/platform/site-origin';
import { deviceOffer } from '@/lib/search/device-offer';
import { webSite } from '@/lib/standards/schema-org';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { dailySelection } from './daily-selection';
import { readRefusedForm } from '../refused-form';

const wallSize = 28;

export async function generateMetadata(): Promise<Metadata> {
  return { alternates: await pageAlternates('/') };
}

export default async function HomePage() {
  const refusal = readRefusedForm(await cookies(), '/');
  const start = await readStart();
  if (start === null) return <UnavailableCollection />;
  const { works, offer, arriving } = start;
  const t = await getTranslations('home');
  const site = await getTranslations('site');
  return (
    <>
      <JsonLd of={webSite(siteOrigin(), { name: 'Gafu', summary: site('summary') })} />
      <div className="shell grid gap-x-14 gap-y-8 pt-4 pb-14 md:grid-cols-[5fr_6fr] md:items-center md:pt-8 md:pb-20">
        <div>
          <h1 className="font-serif text-display tracking-[-0.028em]">
            {t.rich('heading', { em: (text) => <em>{text}</em> })}
          </h1>
          <p className="mt-6 max-w-[34rem] font-serif text-read text-quiet">{t('lead')}</p>
        </div>
        <div className="min-w-0">
          <ClientMessages of={['picture', 'device', 'refusals']}>
            <DropZone
              bytesMax={pictureLimits().bytesMax}
              days={settings().queryDays}
              refusal={refusal}
              offer={offer}
            />
          </ClientMessages>
        </div>
      </div>
      <section aria-labelledby="wall" className="shell">
        <div className="mb-6 flex items-baseline justify-between gap-4 border-t border-ink pt-3">
          <h2 id="wall" className="font-serif text-head">
            {t('wall')}
          </h2>
          <Link href="/browse" className="link py-1">
            {t('browseAll')}
          </Link>
        </div>
        {arriving && <p className="-mt-3 mb-6 text-quiet">{t('arriving', arriving)}</p>}
        {works.length > 0 ? (
          <WorksWall label={t('wallLabel')} artworks={works} />
        ) : (
          !arriving && (
            <p className="py-10 text-quiet">
              {t.rich('empty', {
                link: (text) => (
                  <Link href="/admin" className="link">
                    {text}
                  </Link>
                ),
              })}
            </p>
          )
        )}
      </section>
    </>
  );
}

interface Start {
  readonly works: readonly Artwork[];
  /** Whether pictures can be read on a visitor's device. */
  readonly offer: DeviceOffer | null;
  readonly arriving: Awaited<ReturnType<typeof arrivingWorks>>;
}

/** Null while the collection cannot be read. */
async function readStart(): Promise<Start | null> {
  try {
    const db = await database();
    const [works, offer, arriving] = await Promise.all([
      dailySelection(db, wallSize),
      deviceOffer(db),
      arrivingWorks(db),
    ]);
    return { works, offer, arriving };
  } catch (error) {
    if (error instanceof Problem && isCollectionUnavailable(error)) return null;
    throw error;
  }
}
