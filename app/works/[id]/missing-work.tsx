import Link from 'next/link';
import { ProblemPage } from '@/components/layout/problem-page';

/** Instead of a work that is not in the collection. */
export function MissingWork() {
  return (
    <ProblemPage
      status={404}
      title="No such work"
      detail="No work of the collection has this address. It may have been taken down, or the address was cut off when it was copied."
    >
      <p className="flex flex-wrap gap-3">
        <Link href="/browse" className="button">
          Browse the works
        </Link>
        <Link href="/" className="button-quiet">
          Search by picture
        </Link>
      </p>
    </ProblemPage>
  );
}
