import { getTranslations } from 'next-intl/server';
import { ChangeList } from '@/components/audit/change-list';
import { Pager } from '@/components/collection/pager';
import { listChanges } from '@/lib/catalog/changes.repository';
import { database } from '@/lib/catalog/database';
import { toSearchParams } from '../../../../../page-address';
import { adminMetadata, adminPage } from '../../../admin-page';
import { parseLogQuery } from '../../../log/log-query';

export const generateMetadata = () => adminMetadata('audit');

const pageSize = 50;

/** All that was done to one work, also after it was deleted. */
export default adminPage<{ id: string }>(
  '/admin/works/[id]/history',
  async (_signedIn, { params, searchParams }) => {
    const t = await getTranslations('audit');
    const { id } = await params;
    const { page } = parseLogQuery(toSearchParams(await searchParams));
    const subject = { kind: 'artwork', id } as const;
    const place = { offset: (page - 1) * pageSize, limit: pageSize };
    const { changes, total } = await listChanges(await database(), { subject }, place);
    const title = changes[0]?.subject.name;
    return (
      <div className="max-w-4xl">
        <h1 className="mb-8 wrap-anywhere font-serif text-title tracking-[-0.015em]">
          {title === undefined ? t('historyTitle') : t('historyOf', { title })}
        </h1>
        <ChangeList changes={changes} withoutSubject />
        <Pager
          page={page}
          pages={Math.ceil(total / pageSize)}
          hrefFor={(other) => `/admin/works/${id}/history?page=${other}`}
        />
      </div>
    );
  },
);
