import Link from 'next/link';
import { DropZone } from '@/components/search/drop-zone';
import { ProblemPage } from '@/components/layout/problem-page';
import { database } from '@/lib/catalog/database';
import { pictureLimits } from '@/lib/images/picture-limits';
import { type Problem, type ProblemKind, problemKinds } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { deviceOffer } from '@/lib/search/device-offer';

const titles: Partial<Record<ProblemKind, string>> = {
  'invalid-request': 'This address asks for something Gafu cannot read',
  'not-found': 'No such picture',
  gone: 'This picture has been deleted',
  conflict: 'Not searchable yet',
  unavailable: 'Search is temporarily unavailable',
};

/** None while the database, which may be the very problem, does not answer. */
function findOffer() {
  return database()
    .then((db) => deviceOffer(db))
    .catch(() => null);
}

/** Why a search has no results, and a new one to begin. */
export async function SearchProblem({ problem }: { problem: Problem }) {
  const offer = await findOffer();
  const { status, title } = problemKinds[problem.kind];
  return (
    <ProblemPage
      status={status}
      title={titles[problem.kind] ?? title}
      detail={problem.message}
      beside={<DropZone bytesMax={pictureLimits().bytesMax} days={settings().queryDays} offer={offer} />}
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
