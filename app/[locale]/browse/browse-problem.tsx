import { getTranslations } from 'next-intl/server';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { type Problem } from '@/lib/platform/problem';
import { ShownProblem } from '../shown-problem';

/** Why the collection cannot be listed so, and the way back to all of it. */
export async function BrowseProblem({ problem }: { problem: Problem }) {
  if (isCollectionUnavailable(problem)) return <UnavailableCollection />;
  const t = await getTranslations('browse');
  return (
    <ShownProblem problem={problem}>
      <a href="/browse" className="button">
        {t('all')}
      </a>
    </ShownProblem>
  );
}
