import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Gap } from '@/components/layout/gap';
import { RefreshWhile } from '@/components/curator/refresh-while';
import { BroughtWorks } from '@/components/imports/brought-works';
import { ImportControls } from '@/components/imports/import-controls';
import { ImportProgress } from '@/components/imports/import-progress';
import { ImportStart } from '@/components/imports/import-start';
import { RecordList } from '@/components/imports/record-list';
import { RequestName } from '@/components/imports/request-name';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/layout/notice';
import { Link } from '@/i18n/link';
import { findArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { countDraftsOf, findLastBrought, listImported } from '@/lib/catalog/imports.repository';
import { importReport, isMoving } from '@/lib/imports/import-reports';
import { readRefusedForm } from '../../../../../refused-form';
import { adminMetadata, adminPage } from '../../../admin-page';
import { MissingImport } from '../../missing-import';

export const generateMetadata = () => adminMetadata('imports');

const listed = 200;
const worksShown = 24;
/** What a curator may want to do something about. */
const troubles = ['postponed', 'refused', 'vanished'] as const;

/** An import: how far it is, what it has brought, and what could not be had and why. */
export default adminPage<{ id: string }>('/admin/imports/runs/[id]', async (_signedIn, { params }) => {
  const { id } = await params;
  const db = await database();
  const report = await importReport(db, id);
  if (report === null) return <MissingImport />;
  const t = await getTranslations('imports');
  const refusal = readRefusedForm(await cookies(), `/admin/imports/runs/${id}`);
  const [brought, drafts, ...records] = await Promise.all([
    findLastBrought(db, id, worksShown),
    countDraftsOf(db, id),
    ...troubles.map((outcome) => listImported(db, id, outcome, listed)),
  ]);
  return (
    <>
      <Link href="/admin/imports" className="link text-quiet">
        {t('title')}
      </Link>
      <h1 className="mt-2 font-serif text-title tracking-[-0.015em]">{report.title}</h1>
      <p className="mt-2 max-w-prose wrap-anywhere text-quiet empty:hidden">
        <RequestName report={report} />
      </p>
      {refusal && (
        <div className="mt-6">
          <Notice role="alert" title={refusal.detail} />
        </div>
      )}
      <ClientMessages of={['refresh']}>
        <RefreshWhile active={isMoving(report)} />
      </ClientMessages>
      {isMoving(report) && (
        <noscript>
          <a href={`/admin/imports/runs/${id}`} className="link">
            {t('reload')}
          </a>
        </noscript>
      )}
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-4 border-y border-ink py-5 md:grid-cols-[minmax(0,1fr)_auto]">
        <div role="status" className="font-serif text-read">
          <ImportProgress report={report} />
        </div>
        <ImportControls report={report} />
      </div>
      <p className="mt-3 text-fine text-quiet">
        <ImportStart report={report} />
        {drafts > 0 && (
          <>
            <Gap />
            {t('drafts', { count: drafts })}
          </>
        )}
      </p>
      <div className="mt-12 space-y-14">
        <BroughtWorks artworks={await findArtworks(db, brought)} />
        {troubles.map((outcome, index) => (
          <RecordList
            key={outcome}
            outcome={outcome}
            total={report.counts[outcome]}
            records={records[index] ?? []}
          />
        ))}
      </div>
    </>
  );
});
