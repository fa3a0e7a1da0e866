import Link from 'next/link';
import { DropZone } from '@/components/drop-zone';
import { ProblemPage } from '@/components/problem-page';
import { pictureLimits } from '@/lib/images/picture-limits';
import { type Problem, type ProblemKind, problemKinds } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';

const titles: Partial<Record<ProblemKind, string>> = {
  'invalid-request': 'This address asks for something Gafu cannot read',
  'not-found': 'No such picture',
  gone: 'This picture has been deleted',
  conflict: 'Not searchable yet',
  unavailable: 'Search is resting, try again',
};

/** Why a search has no results, and a new one to begin. */
export function SearchProblem({ problem }: { problem: Problem }) {
  const { status, title } = problemKinds[problem.kind];
  return (
    <ProblemPage
      status={status}
      title={titles[problem.kind] ?? title}
      detail={problem.message}
      beside={<DropZone bytesMax={pictureLimits().bytesMax} days={settings().queryDays} />}
    >
      <p>
        Begin anew with a picture, or{' '}
        <Link href="/browse" className="link">
          pick a work of the collection
        </Link>
        .
      </p>
    </ProblemPage>
  );
}
