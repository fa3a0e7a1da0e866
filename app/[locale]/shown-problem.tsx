import { getLocale, getTranslations } from 'next-intl/server';
import { ProblemPage } from '@/components/layout/problem-page';
import { type Problem, problemKinds } from '@/lib/platform/problem';
import { problemWords } from '../problem-words';

interface ShownProblemProps extends Pick<React.ComponentProps<typeof ProblemPage>, 'beside' | 'children'> {
  problem: Problem;
  /** Instead of the title that every problem of its kind has. */
  title?: string;
}

/** A page that has nothing to show because of a problem, in the page's language. */
export async function ShownProblem({ problem, title, ...around }: ShownProblemProps) {
  const [t, locale] = await Promise.all([getTranslations('problems'), getLocale()]);
  const { detail } = await problemWords(problem, locale);
  const { status } = problemKinds[problem.kind];
  return <ProblemPage status={status} title={title ?? t(problem.kind)} detail={detail} {...around} />;
}
