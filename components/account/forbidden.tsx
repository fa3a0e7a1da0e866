import { useTranslations } from 'next-intl';
import { ProblemPage } from '@/components/layout/problem-page';
import { Link } from '@/i18n/link';

/** Shown instead of a page that needs another role. */
export function Forbidden() {
  const t = useTranslations('forbidden');
  return (
    <ProblemPage status={403} title={t('title')} detail={t('detail')}>
      <Link href="/admin" className="button">
        {t('back')}
      </Link>
    </ProblemPage>
  );
}
