import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { Pager } from '@/components/collection/pager';
import { TextForm } from '@/components/collection/text-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/layout/notice';
import { ExportLink } from '@/components/curator/works/export-link';
import { NoWorks } from '@/components/curator/works/no-works';
import { SelectionBar } from '@/components/curator/works/selection-bar';
import { WorksFilters } from '@/components/curator/works/works-filters';
import { WorksTable } from '@/components/curator/works/works-table';
import { Link } from '@/i18n/link';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { countCurated } from '@/lib/catalog/curated-works.repository';
import { database } from '@/lib/catalog/database';
import { restorableDays } from '@/lib/catalog/deletion-period';
import { countFacets } from '@/lib/catalog/facets.repository';
import {
  isNarrowed,
  keptParameters,
  parseWorksQuery,
  pathOf,
  shownBy,
  worksHref,
  type WorksPlace,
} from '@/lib/curation/works-query';
import { readRefusedForm } from '../../../refused-form';
import { readDone } from './done';

const pageSize = 50;

/** A page of the works that are kept, or of those in the bin. */
export async function worksList(params: URLSearchParams, place: WorksPlace) {
  const query = parseWorksQuery(params, place);
  const { filter, sort, page } = query;
  const shown = shownBy(query);
  const t = await getTranslations('works');
  const words = await getTranslations('artwork');
  const db = await database();
  const [{ artworks, total }, facets, counts] = await Promise.all([
    listArtworks(db, { filter, sort, offset: (page - 1) * pageSize, limit: pageSize, shown }),
    countFacets(db, filter, { shown }),
    countCurated(db, filter, shown),
  ]);
  const done = readDone(params);
  const refusal = readRefusedForm(await cookies(), '/admin/works');
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-4 pb-6">
        <h1 className="font-serif text-title tracking-[-0.015em]">{t(place)}</h1>
        <TextForm
          action={pathOf(query)}
          kept={keptParameters(query, ['q', 'sort'])}
          text={query.filter.text}
        />
      </div>
      {refusal && (
        <div className="mb-6">
          <RefusalNotice refusal={refusal} />
        </div>
      )}
      {done && (
        <div className="mb-6">
          <Notice title={t(`done.${done.kind}`, { count: done.changed })}>
            {done.kind === 'delete' && (
              <Link href="/admin/works/bin" className="link">
                {t('toBin', { days: restorableDays })}
              </Link>
            )}
          </Notice>
        </div>
      )}
      {place === 'bin' && (
        <p className="mb-6 max-w-prose text-quiet">{t('binHelp', { days: restorableDays })}</p>
      )}
      <WorksFilters query={query} total={total} facets={facets} counts={counts} />
      <p className="mt-6 mb-3 flex flex-wrap justify-between gap-x-6 text-quiet">
        <span role="status">{words('count', { count: total })}</span>
        {place === 'collection' && total > 0 && <ExportLink query={query} />}
        <Link href={place === 'bin' ? '/admin/works' : '/admin/works/bin'} className="link">
          {t(place === 'bin' ? 'backToWorks' : 'bin')}
        </Link>
      </p>
      {artworks.length === 0 ? (
        <NoWorks place={place} isNarrowed={isNarrowed(query)} />
      ) : (
        <ClientMessages of={['selection']}>
          <WorksTable place={place} artworks={artworks} />
          <SelectionBar query={query} total={total} isWhole={artworks.length === total} />
        </ClientMessages>
      )}
      <Pager
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefFor={(next) => worksHref({ ...query, page: next })}
      />
    </>
  );
}
