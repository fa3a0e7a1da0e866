import { cookies } from 'next/headers';
import { getFormatter, getTranslations } from 'next-intl/server';
import { BatchDesk } from '@/components/batch/batch-desk';
import { DeleteBatch } from '@/components/batch/delete-batch';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/layout/notice';
import { ProblemPage } from '@/components/layout/problem-page';
import { Link } from '@/i18n/link';
import { database } from '@/lib/catalog/database';
import { pictureLimits } from '@/lib/images/picture-limits';
import { cellColumns } from '@/lib/ingest/batch/file-cells';
import { readBatch } from '@/lib/ingest/batch/read-batch';
import { Problem } from '@/lib/platform/problem';
import { readRefusedForm } from '../../../../refused-form';
import { adminMetadata, adminPage } from '../../admin-page';

export const generateMetadata = () => adminMetadata('batch');

/** One batch: its files, decisions, table and summary. */
export default adminPage<{ id: string }>('/admin/batches/[id]', async (_signedIn, { params }) => {
  const { id } = await params;
  const t = await getTranslations('batch');
  const view = await readBatch(await database(), id).catch((error: unknown) => {
    if (error instanceof Problem && error.kind === 'not-found') return null;
    throw error;
  });
  if (view === null)
    return (
      <ProblemPage status={404} title={t('missing')} detail={t('missingHelp')}>
        <Link href="/admin/batches" className="button">
          {t('toBatches')}
        </Link>
      </ProblemPage>
    );
  const format = await getFormatter();
  const refusal = readRefusedForm(await cookies(), `/admin/batches/${id}`);
  return (
    <>
      <div className="mb-8 flex flex-wrap items-end justify-between gap-x-10 gap-y-3">
        <div className="min-w-0">
          <h1 className="font-serif text-title tracking-[-0.015em] break-words">{view.name}</h1>
          <p className="mt-1 text-quiet">
            {t('begun', { when: format.dateTime(new Date(view.createdMs), 'day'), who: view.createdBy })}
          </p>
        </div>
        <DeleteBatch id={id} />
      </div>
      {refusal && <RefusalNotice refusal={refusal} />}
      <noscript>
        <Notice title={t('noScript')}>{t('noScriptHelp')}</Notice>
      </noscript>
      <ClientMessages of={['arrivals', 'batch', 'refusals']}>
        <BatchDesk initial={view} columns={cellColumns} bytesMax={pictureLimits().bytesMax} />
      </ClientMessages>
    </>
  );
});
