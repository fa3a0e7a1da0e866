import { type Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ProblemPage } from '@/components/layout/problem-page';
import { Link } from '@/i18n/link';

/** The title of every answer with status 404: Next.js takes it from here, whichever page was rendered. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('problems');
  return { title: t('not-found') };
}

export default function NotFoundPage() {
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
