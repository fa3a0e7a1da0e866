import { type Metadata } from 'next';
import { cookies } from 'next/headers';
import { LoginForm } from '@/components/curator/login-form';
import { RecentWorks } from '@/components/curator/recent-works';
import { UploadForm } from '@/components/curator/upload-form';
import { isCurator } from '@/lib/auth/session';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { pictureLimits } from '@/lib/images/picture-limits';
import { readRefusedForm } from '../refused-form';
import { type PageAddress } from '../page-address';

export const metadata: Metadata = { title: 'Curators', robots: { index: false } };

const recentCount = 30;

export default async function AdminPage({ searchParams }: PageAddress) {
  const refusal = readRefusedForm(await cookies(), '/admin');
  if (!(await isCurator(await cookies()))) {
    return (
      <div className="shell max-w-2xl! py-10">
        <h1 className="font-serif text-title tracking-[-0.015em]">Curators</h1>
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
    states: ['pending', 'ready', 'failed'],
  });
  return (
    <div className="shell">
      <div className="flex items-baseline justify-between gap-6 pt-4 pb-8 md:pt-8">
        <h1 className="font-serif text-title tracking-[-0.015em]">Add a work</h1>
        <form action="/admin/logout" method="post">
          <button type="submit" className="link py-2">
            Sign out
          </button>
        </form>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-14 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <UploadForm refusal={refusal} bytesMax={pictureLimits().bytesMax} />
        <RecentWorks artworks={artworks} knownId={typeof known === 'string' ? known : null} />
      </div>
    </div>
  );
}
