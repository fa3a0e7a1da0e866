import { type Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ProblemPage } from '@/components/layout/problem-page';
import { Link } from '@/i18n/link';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('connection');
  return { title: t('title'), robots: { index: false } };
}

/** What the service worker shows for a page that was not seen before, without a connection. */
export default function OfflinePage() {
  const t = useTranslations('connection');
  return (
    <ProblemPage status={0} title={t('title')} detail={t('detail')}>
      <p className="flex flex-wrap gap-3">
        <a href="" className="button">
          {t('retry')}
        </a>
        <Link href="/" className="button-quiet">
          {t('home')}
        </Link>
      </p>
    </ProblemPage>
  );
}
