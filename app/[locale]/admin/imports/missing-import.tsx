import { getTranslations } from 'next-intl/server';
import { ProblemPage } from '@/components/layout/problem-page';
import { Link } from '@/i18n/link';

export async function MissingImport() {
  const t = await getTranslations('imports');
  return (
    <ProblemPage status={404} title={t('missing')} detail={t('missingDetail')}>
      <Link href="/admin/imports" className="button">
        {t('title')}
      </Link>
    </ProblemPage>
  );
}
