import Link from 'next/link';

interface PagerProps {
  page: number;
  pages: number;
  hrefFor: (page: number) => string;
}

/** Previous and next; nothing when there is one page. */
export function Pager({ page, pages, hrefFor }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-14 flex items-center justify-between gap-4">
      <span className="min-w-28">
        {page > 1 && (
          <Link href={hrefFor(page - 1)} rel="prev" className="button-quiet">
            <span aria-hidden="true">←</span> Previous
          </Link>
        )}
      </span>
      <span className="text-quiet tabular-nums">
        Page {page} of {pages}
      </span>
      <span className="flex min-w-28 justify-end">
        {page < pages && (
          <Link href={hrefFor(page + 1)} rel="next" className="button-quiet">
            Next <span aria-hidden="true">→</span>
          </Link>
        )}
      </span>
    </nav>
  );
}
