import { getLocale, getTranslations } from 'next-intl/server';
import { ProblemPage } from '@/components/layout/problem-page';
import { Link } from '@/i18n/navigation';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { Problem, problemKinds } from '@/lib/platform/problem';
import { toSearchParams } from '../../../page-address';
import { problemWords } from '../../../problem-words';

/** What `render` makes of a page's parameters, or why it cannot: proxy.ts has set the same status. */
export async function worksPage(
  searchParams: Parameters<typeof toSearchParams>[0],
  render: (params: URLSearchParams) => Promise<React.ReactNode>,
): Promise<React.ReactNode> {
  try {
    return await render(toSearchParams(searchParams));
  } catch (error) {
    if (!(error instanceof Problem) || isCollectionUnavailable(error)) throw error;
    const t = await getTranslations();
    const { detail } = await problemWords(error, await getLocale());
    return (
      <ProblemPage
        status={problemKinds[error.kind].status}
        title={t(`problems.${error.kind}`)}
        detail={detail}
      >
        <Link href="/admin/works" className="button">
          {t('works.showAll')}
        </Link>
      </ProblemPage>
    );
  }
}
