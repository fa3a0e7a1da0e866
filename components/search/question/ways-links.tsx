import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type SearchQuery } from '@/lib/search/query';
import { wayOf, wayHref, ways } from '@/lib/search/ways';

interface WaysLinksProps {
  /** Of one picture. */
  query: SearchQuery;
  /** Whether works are compared by their colours too. */
  hasPalette: boolean;
}

/** What works can be compared by with one picture, each a link; the present one is marked. */
export function WaysLinks({ query, hasPalette }: WaysLinksProps) {
  const t = useTranslations('search');
  const current = wayOf(query);
  const offered = ways.filter((way) => hasPalette || (way !== 'palette' && way !== 'all'));
  return (
    <nav aria-label={t('compareBy')} className="flex flex-wrap items-baseline gap-x-4 text-fine">
      <span aria-hidden="true" className="text-quiet md:w-full">
        {t('compareBy')}
      </span>
      <ul className="contents">
        {offered.map((way) => (
          <li key={way}>
            <Link
              href={wayHref(query, way)}
              scroll={false}
              aria-current={way === current ? 'true' : undefined}
              className={`inline-block py-1 ${way === current ? 'font-[600] underline decoration-seal decoration-2 underline-offset-4' : 'link'}`}
            >
              {t(`ways.${way}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
