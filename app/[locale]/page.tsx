import { type Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { pageAlternates } from '@/app/page-alternates';
import { FirstWall, firstWallCount, FirstWallRoom } from '@/components/home/first-wall';
import { Movements } from '@/components/home/movements';
import { PairOfTheDay } from '@/components/home/pair-of-the-day';
import { askedWorks, Questions } from '@/components/home/questions';
import { ClientMessages } from '@/components/layout/client-messages';
import { JsonLd } from '@/components/layout/json-ld';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';
import { DropZone } from '@/components/search/picture/drop-zone';
import { WorksWall } from '@/components/works/works-wall';
import { Link } from '@/i18n/link';
import { database } from '@/lib/catalog/database';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { pictureLimits } from '@/lib/images/picture-limits';
import { arrivingWorks } from '@/lib/imports/arriving';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { siteOrigin } from '@/lib/platform/site-origin';
import { deviceOffer } from '@/lib/search/device-offer';
import { showcase } from '@/lib/search/showcase/showcase';
import { webSite } from '@/lib/standards/schema-org';
import { readRefusedForm } from '../refused-form';

/** With fewer, a movement is no choice. */
const movementsMin = 3;

export async function generateMetadata(): Promise<Metadata> {
  return { alternates: await pageAlternates('/') };
}

export default async function HomePage() {
  const refusal = readRefusedForm(await cookies(), '/');
  const start = await readStart();
  if (start === null) return <UnavailableCollection />;
  const { shown, offer, arriving } = start;
  const { wall, pair, movements } = shown;
  const t = await getTranslations('home');
  const site = await getTranslations('site');
  const first = wall.slice(0, firstWallCount(wall));
  const further = wall.slice(first.length);
  const arrivingNote = wall.length > 0 && arriving && (
    <p className="mt-3 text-fine text-quiet">{t('arriving', arriving)}</p>
  );
  return (
    <>
      <JsonLd of={webSite(siteOrigin(), { name: 'Gafu', summary: site('summary') })} />
      <div className="shell grid gap-x-14 gap-y-6 pt-1 md:grid-cols-[5fr_6fr] md:grid-rows-[auto_1fr] md:pt-4 lg:gap-x-20">
        <h1 className="col-start-1 row-start-1 font-serif text-display tracking-[-0.028em] md:mt-2">
          {t.rich('heading', { em: (text) => <em>{text}</em> })}
        </h1>
        {/* Before the pictures for the keyboard, also on a phone, where they stand above it: their room is kept. */}
        <div aria-hidden="true" className="invisible col-start-1 row-start-2 md:hidden">
          {wall.length > 0 ? <FirstWallRoom artworks={first} /> : <div className="min-h-40" />}
          {arrivingNote}
        </div>
        <div className="col-start-1 row-start-3 md:row-start-2">
          <p className="max-w-[34rem] font-serif text-base text-quiet sm:text-read">{t('lead')}</p>
          <div id="picture-form" className="mt-5 md:mt-7">
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
        <div className="min-w-0 col-start-1 row-start-2 md:col-start-2 md:row-span-2 md:row-start-1">
          {wall.length > 0 ? (
            <FirstWall artworks={first} />
          ) : (
            <p className="flex min-h-40 items-center bg-plinth p-8 font-serif text-read md:min-h-80">
              <span>
                {arriving
                  ? t('arriving', arriving)
                  : t.rich('empty', {
                      link: (text) => (
                        <Link href="/admin" className="link">
                          {text}
                        </Link>
                      ),
                    })}
              </span>
            </p>
          )}
          {arrivingNote}
        </div>
      </div>
      {pair && <PairOfTheDay pair={pair} />}
      {wall.length > askedWorks && <Questions artworks={wall.slice(-askedWorks)} />}
      {movements.length >= movementsMin && <Movements movements={movements} />}
      {further.length > 0 && (
        <section aria-labelledby="wall" className="shell mt-14 md:mt-20">
          <div className="section-head mb-6">
            <h2 id="wall" className="font-serif text-head">
              {t('wall')}
            </h2>
            <Link href="/browse">{t('browseAll')}</Link>
          </div>
          <WorksWall label={t('wallLabel')} artworks={further} isFirst={false} />
        </section>
      )}
    </>
  );
}

/** Null while the collection cannot be read. */
async function readStart() {
  try {
    const db = await database();
    const [shown, offer, arriving] = await Promise.all([showcase(db), deviceOffer(db), arrivingWorks(db)]);
    return { shown, offer, arriving };
  } catch (error) {
    if (error instanceof Problem && isCollectionUnavailable(error)) return null;
    throw error;
  }
}
