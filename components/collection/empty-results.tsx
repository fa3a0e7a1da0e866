import Link from 'next/link';

/** Nothing was left: say so, and how to get further. */
export function EmptyResults({ title, clearHref }: { title: string; clearHref: string }) {
  return (
    <div className="max-w-prose py-16">
      <p className="font-serif text-head">{title}</p>
      <p className="mt-3 text-quiet">
        Try fewer or shorter words: titles, artists, movements, subjects and descriptions are searched, and
        small misspellings are forgiven. Or{' '}
        <Link href={clearHref} className="link text-ink">
          take all filters away
        </Link>
        , or{' '}
        <Link href="/" className="link text-ink">
          search by a picture
        </Link>
        .
      </p>
    </div>
  );
}
