'use client';

import { useTranslations } from 'next-intl';
import { ProblemPage } from '@/components/layout/problem-page';

interface ErrorPageProps {
  error: Error & { digest?: string };
  retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations('errors');
  return (
    <ProblemPage
      status={500}
      title={t('title')}
      detail={error.digest ? t('detailWithNumber', { number: error.digest }) : t('detail')}
    >
      <button type="button" onClick={() => retry()} className="button">
        {t('retry')}
      </button>
    </ProblemPage>
  );
}
