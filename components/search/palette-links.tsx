import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { allKindsHref, searchFromHref } from '@/lib/search/search-links';

interface PaletteLinksProps {
  /** The query's only picture. */
  queryRef: string;
  /** What the query searches by; the link leads to the other. */
  asked: 'palette' | 'network';
}

/** Links from style and composition to colours and back, and to all three at once. */
export function PaletteLinks({ queryRef, asked }: PaletteLinksProps) {
  const t = useTranslations('search');
  const other =
    asked === 'palette'
      ? { href: searchFromHref(queryRef, 'style'), text: t('byStyle') }
      : { href: searchFromHref(queryRef, 'palette'), text: t('byColours') };
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-2 text-fine">
      <Link href={other.href} className="link py-0.5">
        {other.text}
      </Link>
      <Link href={allKindsHref(queryRef)} className="link py-0.5">
        {t('byAll')}
      </Link>
    </p>
  );
}
