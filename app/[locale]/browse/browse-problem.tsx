import { getLocale, getTranslations } from 'next-intl/server';
import { ProblemPage } from '@/components/layout/problem-page';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { type Problem, problemKinds } from '@/lib/platform/problem';
import { problemWords } from '../../problem-words';

/** Why the collection cannot be listed so, and the way back to all of it. */
export async function BrowseProblem({ problem }: { problem: Problem }) {
  if (isCollectionUnavailable(problem)) return <UnavailableCollection />;
  const t = await getTranslations();
  const { detail } = await problemWords(problem, await getLocale());
  return (
    <ProblemPage
      status={problemKinds[problem.kind].status}
      title={t(`problems.${problem.kind}`)}
      detail={detail}
    >
      <a href="/browse" className="button">
        {t('browse.all')}
      </a>
    </ProblemPage>
  );
}
