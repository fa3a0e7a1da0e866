import Link from 'next/link';
import { ProblemPage } from './problem-page';

/** Instead of anything that is read from the collection, while it cannot be read. */
export function UnavailableCollection() {
  return (
    <ProblemPage
      status={503}
      title="The collection is resting, try again"
      detail="The works cannot be read at the moment. Nothing is lost: this address shows what it should as soon as they can, mostly within a minute."
    >
      <Link href="/about" className="button-quiet">
        Read how Gafu works meanwhile
      </Link>
    </ProblemPage>
  );
}
