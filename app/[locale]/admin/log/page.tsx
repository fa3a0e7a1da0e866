import { getTranslations } from 'next-intl/server';
import { ChangeList } from '@/components/audit/change-list';
import { LogFilter } from '@/components/audit/log-filter';
import { Pager } from '@/components/collection/pager';
import { listActors, listChanges } from '@/lib/catalog/changes.repository';
import { database } from '@/lib/catalog/database';
import { toSearchParams } from '../../../page-address';
import { adminMetadata, adminPage } from '../admin-page';
import { logAddress, parseLogQuery } from './log-query';

export const generateMetadata = () => adminMetadata('audit');

const pageSize = 50;

export default adminPage('/admin/log', async (_signedIn, { searchParams }) => {
  const t = await getTranslations('audit');
  const query = parseLogQuery(toSearchParams(await searchParams));
  const db = await database();
  const [{ changes, total }, actors] = await Promise.all([
    listChanges(db, query.filter, { offset: (query.page - 1) * pageSize, limit: pageSize }),
    listActors(db),
  ]);
  return (
    <>
      <h1 className="mb-6 font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
      <LogFilter actors={actors} chosen={query.chosen} />
      <p className="mb-4 text-quiet" role="status">
        {t('count', { count: total })}
      </p>
      <ChangeList changes={changes} />
      <Pager
        page={query.page}
        pages={Math.ceil(total / pageSize)}
        hrefFor={(page) => logAddress(query.chosen, page)}
      />
    </>
  );
});
