import { getTranslations } from 'next-intl/server';
import { Link } from '@/i18n/link';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { Problem } from '@/lib/platform/problem';
import { toSearchParams } from '../../../page-address';
import { ShownProblem } from '../../shown-problem';

/** What `render` makes of a page's parameters, or why it cannot: proxy.ts has set the same status. */
export async function worksPage(
  searchParams: Parameters<typeof toSearchParams>[0],
  render: (params: URLSearchParams) => Promise<React.ReactNode>,
): Promise<React.ReactNode> {
  try {
    return await render(toSearchParams(searchParams));
  } catch (error) {
    if (!(error instanceof Problem) || isCollectionUnavailable(error)) throw error;
    const t = await getTranslations('works');
    return (
      <ShownProblem problem={error}>
        <Link href="/admin/works" className="button">
          {t('showAll')}
        </Link>
      </ShownProblem>
    );
  }
}
