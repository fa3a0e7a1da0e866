import Link from 'next/link';
import { ProblemPage } from './problem-page';

/** Instead of anything that is read from the collection, while it cannot be read. */
export function UnavailableCollection() {
  return (
    <ProblemPage
      status={503}
      title="The collection is temporarily unavailable"
      detail="The works cannot be read at the moment. Nothing is lost. Try again in a minute."
    >
      <Link href="/about" className="button-quiet">
        Read how Gafu works meanwhile
      </Link>
    </ProblemPage>
  );
}
