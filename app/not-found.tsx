import Link from 'next/link';
import { ProblemPage } from '@/components/layout/problem-page';

export default function NotFound() {
  return (
    <ProblemPage
      status={404}
      title="Nothing hangs here"
      detail="There is no page at this address. It may have been mistyped, or the page has moved."
    >
      <p className="flex flex-wrap gap-3">
        <Link href="/" className="button">
          Search by picture
        </Link>
        <Link href="/browse" className="button-quiet">
          Browse the works
        </Link>
      </p>
    </ProblemPage>
  );
}
