import { type Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { LoginForm } from '@/components/curator/login-form';
import { RecentWorks } from '@/components/curator/recent-works';
import { UploadForm } from '@/components/curator/upload-form';
import { isCurator } from '@/lib/auth/session';
import { shownToCurators } from '@/lib/catalog/artwork-filter';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { pictureLimits } from '@/lib/images/picture-limits';
import { readRefusedForm } from '../../refused-form';
import { type PageAddress } from '../../page-address';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('curator');
  return { title: t('title'), robots: { index: false } };
}

const recentCount = 30;

export default async function AdminPage({ searchParams }: PageAddress) {
  const refusal = readRefusedForm(await cookies(), '/admin');
  const t = await getTranslations('curator');
  if (!(await isCurator(await cookies()))) {
    return (
      <div className="shell max-w-2xl! py-10">
        <h1 className="font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
        <LoginForm refusal={refusal} />
      </div>
    );
  }
  const { known } = await searchParams;
  const { artworks } = await listArtworks(await database(), {
    filter: {},
    sort: 'newest',
    offset: 0,
    limit: recentCount,
    shown: shownToCurators,
  });
  return (
    <div className="shell">
      <div className="flex items-baseline justify-between gap-6 pt-4 pb-8 md:pt-8">
        <h1 className="font-serif text-title tracking-[-0.015em]">{t('add')}</h1>
        <form action="/admin/logout" method="post">
          <button type="submit" className="link py-2">
            {t('signOut')}
          </button>
        </form>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-14 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ClientMessages of={['upload', 'refusals', 'refresh']}>
          <UploadForm refusal={refusal} bytesMax={pictureLimits().bytesMax} />
          <RecentWorks artworks={artworks} knownId={typeof known === 'string' ? known : null} />
        </ClientMessages>
      </div>
    </div>
  );
}
