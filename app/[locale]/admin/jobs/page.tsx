import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { RefreshWhile } from '@/components/curator/refresh-while';
import { ImportList } from '@/components/imports/import-list';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/layout/notice';
import { database } from '@/lib/catalog/database';
import { importReports } from '@/lib/imports/import-reports';
import { jobOverview } from '@/lib/ingest/jobs/job-overview';
import { readRefusedForm } from '../../../refused-form';
import { adminMetadata, adminPage } from '../admin-page';
import { FailedWorks } from './failed-works';
import { JobFigures } from './job-figures';
import { JobList } from './job-list';
import { JobState } from './job-state';

export const generateMetadata = () => adminMetadata('jobs');

const importsListed = 10;

/** What waits, runs and failed, as it is now: the page fetches itself again while it is open. */
export default adminPage('/admin/jobs', async () => {
  const refusal = readRefusedForm(await cookies(), '/admin/jobs');
  const t = await getTranslations('jobs');
  const imports = await getTranslations('imports');
  const db = await database();
  const [overview, { active }] = await Promise.all([jobOverview(db), importReports(db, importsListed)]);
  const { running, retrying, failedJobs, failedWorks } = overview;
  return (
    <>
      <h1 className="font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
      {refusal && <Notice role="alert" title={refusal.detail} />}
      <ClientMessages of={['refresh']}>
        <RefreshWhile active />
      </ClientMessages>
      <noscript>
        <a href="/admin/jobs" className="link">
          {t('refresh')}
        </a>
      </noscript>
      <JobState overview={overview} />
      <JobFigures overview={overview} />
      <div className="mt-14 space-y-14">
        <ImportList id="imports" title={imports('active')} reports={active} />
        <FailedWorks failed={failedWorks} other={failedJobs} />
        <JobList id="running" title={t('running')} jobs={running} kind="running" />
        <JobList id="retrying" title={t('retrying')} jobs={retrying} kind="retrying" />
      </div>
    </>
  );
});
