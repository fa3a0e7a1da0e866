import { getTranslations } from 'next-intl/server';
import { ProblemPage } from '@/components/layout/problem-page';
import { Link } from '@/i18n/link';

export async function MissingWork() {
  const t = await getTranslations('editing');
  return (
    <ProblemPage status={404} title={t('missing')} detail={t('missingDetail')}>
      <Link href="/admin" className="button">
        {t('toWorks')}
      </Link>
    </ProblemPage>
  );
}
