import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { ProblemPage } from './problem-page';

/** Shown instead of a page of works while the database does not answer. */
export function UnavailableCollection() {
  const t = useTranslations('unavailable');
  return (
    <ProblemPage status={503} title={t('title')} detail={t('detail')}>
      <Link href="/about" className="button-quiet">
        {t('about')}
      </Link>
    </ProblemPage>
  );
}
