'use client';

import { useTranslations } from 'next-intl';
import { CrashPage } from '@/components/layout/crash-page';
import { Link } from '@/i18n/link';

interface ErrorPageProps {
  error: Error & { digest?: string };
  retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations('errors');
  return (
    <CrashPage
      title={t('title')}
      detail={error.digest ? t('detailWithNumber', { number: error.digest }) : t('detail')}
    >
      <p className="flex flex-wrap gap-3">
        <button type="button" onClick={() => retry()} className="button">
          {t('retry')}
        </button>
        <Link href="/" className="button-quiet">
          {t('home')}
        </Link>
      </p>
    </CrashPage>
  );
}
