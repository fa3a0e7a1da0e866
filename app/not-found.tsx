import { useTranslations } from 'next-intl';
import { ProblemPage } from '@/components/layout/problem-page';
import { Link } from '@/i18n/navigation';

export default function NotFound() {
  const t = useTranslations('missing');
  return (
    <ProblemPage status={404} title={t('title')} detail={t('detail')}>
      <p className="flex flex-wrap gap-3">
        <Link href="/" className="button">
          {t('searchByPicture')}
        </Link>
        <Link href="/browse" className="button-quiet">
          {t('browse')}
        </Link>
      </p>
    </ProblemPage>
  );
}
