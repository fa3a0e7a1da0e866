import { cookies } from 'next/headers';
import { useFormatter, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { NewBatch } from '@/components/batch/new-batch';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/layout/notice';
import { Link } from '@/i18n/link';
import { type BatchSummary, listBatches, unfinishedStates } from '@/lib/catalog/batches.repository';
import { database } from '@/lib/catalog/database';
import { pictureLimits } from '@/lib/images/picture-limits';
import { settings } from '@/lib/platform/settings';
import { readRefusedForm } from '../../../refused-form';
import { adminMetadata, adminPage } from '../admin-page';

export const generateMetadata = () => adminMetadata('batch');

const shownMax = 50;

/** Where many pictures are uploaded together, and the batches that there are. */
export default adminPage('/admin/batches', async (_signedIn, { searchParams }) => {
  const t = await getTranslations('batch');
  const refusal = readRefusedForm(await cookies(), '/admin/batches');
  const batches = await listBatches(await database(), shownMax);
  return (
    <>
      <h1 className="mb-3 font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
      <p className="mb-8 max-w-prose text-quiet">{t('lead', { days: settings().batchDays })}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {(await searchParams).deleted !== undefined && <Notice title={t('deleted')} />}
      <noscript>
        <Notice title={t('noScript')}>{t('noScriptHelp')}</Notice>
      </noscript>
      <ClientMessages of={['batch', 'refusals']}>
        <NewBatch bytesMax={pictureLimits().bytesMax} />
      </ClientMessages>
      {batches.length > 0 && <Batches batches={batches} />}
    </>
  );
});

function Batches({ batches }: { batches: readonly BatchSummary[] }) {
  const t = useTranslations('batch');
  const format = useFormatter();
  return (
    <section aria-labelledby="batches" className="mt-14">
      <h2 id="batches" className="mb-2 font-serif text-head">
        {t('batches')}
      </h2>
      <ul className="border-t border-ink">
        {batches.map(({ id, name, createdAt, createdBy, counts }) => {
          const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
          const open = [...unfinishedStates, 'refused'].reduce((sum, state) => sum + (counts[state] ?? 0), 0);
          return (
            <li
              key={id}
              className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-b border-rule py-3"
            >
              <span>
                <Link href={`/admin/batches/${id}`} className="link font-[550]">
                  {name}
                </Link>
                <span className="block text-fine text-quiet">
                  {t('begun', { when: format.dateTime(createdAt, 'day'), who: createdBy })}
                </span>
              </span>
              <span className={open > 0 ? '' : 'text-quiet'}>
                {open > 0 ? t('open', { open, total }) : t('finished', { total })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
