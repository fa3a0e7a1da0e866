import { getTranslations } from 'next-intl/server';
import { ProblemPage } from '@/components/layout/problem-page';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { type Problem, problemKinds } from '@/lib/platform/problem';

/** Why the collection cannot be listed so, and the way back to all of it. */
export async function BrowseProblem({ problem }: { problem: Problem }) {
  if (isCollectionUnavailable(problem)) return <UnavailableCollection />;
  const t = await getTranslations();
  return (
    <ProblemPage
      status={problemKinds[problem.kind].status}
      title={t(`problems.${problem.kind}`)}
      detail={problem.message}
    >
      <a href="/browse" className="button">
        {t('browse.all')}
      </a>
    </ProblemPage>
  );
}
