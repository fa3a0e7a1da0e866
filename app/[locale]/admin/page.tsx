import { type Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '@/components/account/sign-in-form';
import { KnownWork } from '@/components/curator/known-work';
import { RecentWorks } from '@/components/curator/recent-works';
import { UploadForm } from '@/components/curator/upload-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { Link } from '@/i18n/link';
import { findSignedIn } from '@/lib/auth/session';
import { signInOptions } from '@/lib/auth/sign-in-options';
import { shownToCurators } from '@/lib/catalog/artwork-filter';
import { findArtwork, listArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { pictureLimits } from '@/lib/images/picture-limits';
import { adminPath } from '../../admin-path';
import { type PageAddress } from '../../page-address';
import { readRefusedForm } from '../../refused-form';
import { AdminFrame } from './admin-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('curator');
  return { title: t('title'), robots: { index: false } };
}

const recentCount = 30;

export default async function AdminPage({ searchParams }: PageAddress) {
  const refusal = readRefusedForm(await cookies(), '/admin');
  const t = await getTranslations('curator');
  const signedIn = await findSignedIn(await cookies());
  const { known, next } = await searchParams;
  if (signedIn === null) {
    const options = await signInOptions(await database());
    return (
      <div className="shell max-w-2xl! py-10">
        <h1 className="font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
        <SignInForm options={options} refusal={refusal} next={adminPath(next)} />
      </div>
    );
  }
  const db = await database();
  const knownWork = typeof known === 'string' ? await findArtwork(db, known) : null;
  const { artworks } = await listArtworks(db, {
    filter: {},
    sort: 'newest',
    offset: 0,
    limit: recentCount,
    shown: shownToCurators,
  });
  return (
    <AdminFrame signedIn={signedIn} current="/admin">
      <div className="mb-8 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <h1 className="font-serif text-title tracking-[-0.015em]">{t('add')}</h1>
        <Link href="/admin/batches" className="link">
          {t('many')}
        </Link>
      </div>
      {knownWork && (
        <div className="mb-8">
          <KnownWork artwork={knownWork} />
        </div>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-14 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ClientMessages of={['upload', 'refusals', 'refresh']}>
          <UploadForm refusal={refusal} bytesMax={pictureLimits().bytesMax} />
          <RecentWorks artworks={artworks} />
        </ClientMessages>
      </div>
    </AdminFrame>
  );
}
