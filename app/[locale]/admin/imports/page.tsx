import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { RefreshWhile } from '@/components/curator/refresh-while';
import { ImportList } from '@/components/imports/import-list';
import { SampleSwitch } from '@/components/imports/sample-switch';
import { SourceList } from '@/components/imports/source-list';
import { StarterPart } from '@/components/imports/starter-part';
import { UploadListForm } from '@/components/imports/upload-list-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/layout/notice';
import { database } from '@/lib/catalog/database';
import { sampleState } from '@/lib/curation/sample-decision';
import { importReports, isMoving } from '@/lib/imports/import-reports';
import { isStarterWanted } from '@/lib/imports/starter-collection';
import { settings } from '@/lib/platform/settings';
import { readRefusedForm } from '../../../refused-form';
import { adminMetadata, adminPage } from '../admin-page';

export const generateMetadata = () => adminMetadata('imports');

const listed = 20;

/** Where works can be brought in from, and the imports that run or ran. */
export default adminPage('/admin/imports', async () => {
  const refusal = readRefusedForm(await cookies(), '/admin/imports');
  const t = await getTranslations('imports');
  const db = await database();
  const [{ active, over }, samples, isWanted] = await Promise.all([
    importReports(db, listed),
    sampleState(db),
    isStarterWanted(db),
  ]);
  return (
    <>
      <h1 className="font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
      <p className="mt-4 max-w-prose font-serif text-read text-quiet">{t('lead')}</p>
      {refusal && (
        <div className="mt-6">
          <Notice role="alert" title={refusal.detail} />
        </div>
      )}
      <ClientMessages of={['refresh']}>
        <RefreshWhile active={active.some(isMoving)} />
      </ClientMessages>
      <div className="mt-10 space-y-14">
        <ImportList id="active" title={t('active')} reports={active} />
        <SourceList />
        <UploadListForm />
        <StarterPart isExpected={isWanted && settings().fetchesStarter} reports={[...active, ...over]} />
        <SampleSwitch state={samples} />
        <ImportList id="over" title={t('over')} reports={over} />
      </div>
    </>
  );
});
