import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { ExportForm } from '@/components/curator/works/export-form';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { Link } from '@/i18n/link';
import { database } from '@/lib/catalog/database';
import { sizeOfWorks } from '@/lib/catalog/exports.repository';
import { isNarrowed, parseWorksQuery, shownBy, worksParameters } from '@/lib/curation/works-query';
import { formatParameters } from '@/lib/search/query';
import { readRefusedForm } from '../../../refused-form';
import { adminMetadata, adminPage } from '../admin-page';
import { worksPage } from '../works/works-page';

export const generateMetadata = () => adminMetadata('exporting');

/** Where the works of a list are downloaded: the list's parameters are this page's too. */
export default adminPage('/admin/export', async (_signedIn, { searchParams }) =>
  worksPage(await searchParams, exportPage),
);

async function exportPage(params: URLSearchParams) {
  const t = await getTranslations('exporting');
  const query = parseWorksQuery(params, 'collection');
  const { works, pictureBytes } = await sizeOfWorks(await database(), query.filter, shownBy(query));
  const refusal = readRefusedForm(await cookies(), '/admin/export');
  const some = isNarrowed(query);
  return (
    <>
      <h1 className="font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
      <p className="mt-3 max-w-prose text-quiet">{t.rich('lead', { code: (text) => <code>{text}</code> })}</p>
      {refusal && (
        <div className="mt-6">
          <RefusalNotice refusal={refusal} />
        </div>
      )}
      <p className="mt-6 font-serif text-read">
        {works === 0 ? t('none') : t(some ? 'some' : 'all', { count: works })}
      </p>
      {some && (
        <p className="mt-2">
          <Link href="/admin/export" className="link">
            {t('exportAll')}
          </Link>
        </p>
      )}
      {works > 0 && (
        <ExportForm where={formatParameters(worksParameters(query))} pictureBytes={pictureBytes} />
      )}
    </>
  );
}
