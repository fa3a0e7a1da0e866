import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { worksParameters, type WorksQuery } from '@/lib/curation/works-query';
import { formatParameters } from '@/lib/search/query';

/** Leads to where the works of a list can be downloaded. */
export function ExportLink({ query }: { query: WorksQuery }) {
  const t = useTranslations('exporting');
  const parameters = formatParameters(worksParameters(query));
  return (
    <Link href={parameters === '' ? '/admin/export' : `/admin/export?${parameters}`} className="link ml-auto">
      {t('link')}
    </Link>
  );
}
