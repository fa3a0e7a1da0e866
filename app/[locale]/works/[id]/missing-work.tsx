import { useTranslations } from 'next-intl';
import { ProblemPage } from '@/components/layout/problem-page';
import { Link } from '@/i18n/link';

/** Shown instead of a work that is not in the collection, or no longer. */
export function MissingWork({ wasWithdrawn }: { wasWithdrawn: boolean }) {
  const t = useTranslations('work');
  return (
    <ProblemPage
      status={wasWithdrawn ? 410 : 404}
      title={t(wasWithdrawn ? 'withdrawn' : 'missing')}
      detail={t(wasWithdrawn ? 'withdrawnDetail' : 'missingDetail')}
    >
      <p className="flex flex-wrap gap-3">
        <Link href="/browse" className="button">
          {t('browse')}
        </Link>
        <Link href="/" className="button-quiet">
          {t('searchByPicture')}
        </Link>
      </p>
    </ProblemPage>
  );
}
