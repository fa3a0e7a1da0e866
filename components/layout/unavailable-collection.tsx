import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { ProblemPage } from './problem-page';

/** Shown instead of a page of works while the database does not answer. */
export function UnavailableCollection() {
  const t = useTranslations('unavailable');
  return (
    <ProblemPage status={503} title={t('title')} detail={t('detail')}>
      <p className="flex flex-wrap gap-3">
        {/* This address, also without scripts. */}
        <a href="" className="button">
          {t('retry')}
        </a>
        <Link href="/about" className="button-quiet">
          {t('about')}
        </Link>
      </p>
    </ProblemPage>
  );
}
