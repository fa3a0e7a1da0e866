import Link from 'next/link';
import { allKindsHref, searchFromHref } from '@/lib/search/search-links';

interface PaletteLinksProps {
  /** The one picture asked with. */
  queryRef: string;
  /** What is asked now; the link leads to the other. */
  asked: 'palette' | 'network';
}

/** From style and content to colours, and back; and all three at once. */
export function PaletteLinks({ queryRef, asked }: PaletteLinksProps) {
  const other =
    asked === 'palette'
      ? { href: searchFromHref(queryRef, 'style'), text: 'By style and content' }
      : { href: searchFromHref(queryRef, 'palette'), text: 'By its colours' };
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-2 text-fine">
      <Link href={other.href} className="link py-0.5">
        {other.text}
      </Link>
      <Link href={allKindsHref(queryRef)} className="link py-0.5">
        By all three
      </Link>
    </p>
  );
}
