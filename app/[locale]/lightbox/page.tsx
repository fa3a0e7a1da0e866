import { type Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';
import { LightBox } from '@/components/light-box/light-box';
import { findArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { Problem } from '@/lib/platform/problem';
import { parseLightBoxPage } from '@/lib/search/light-box';
import { lightBoxCookie, readLightBoxCookie } from '@/lib/search/light-box-cookie';
import { type PageAddress, toSearchParams } from '../../page-address';
import { readRefusedForm } from '../../refused-form';
import { ShownProblem } from '../shown-problem';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('lightBox');
  return { title: t('title'), robots: { index: false } };
}

/** The works that the address names, else those that this browser has kept; `with` is a search to add them to. */
export default async function LightBoxPage({ searchParams }: PageAddress) {
  try {
    const page = parseLightBoxPage(toSearchParams(await searchParams));
    const jar = await cookies();
    const works = page.works ?? readLightBoxCookie(jar.get(lightBoxCookie)?.value);
    const found = await findArtworks(await database(), works);
    const artworks = found.filter(({ isPublic }) => isPublic);
    return (
      <ClientMessages of={['keep', 'refusals']}>
        <LightBox
          artworks={artworks}
          missing={works.length - artworks.length}
          isOwn={page.works === null}
          asked={page.asked}
          refusal={readRefusedForm(jar, '/lightbox')}
        />
      </ClientMessages>
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (isCollectionUnavailable(error)) return <UnavailableCollection />;
    return <ShownProblem problem={error} />;
  }
}
