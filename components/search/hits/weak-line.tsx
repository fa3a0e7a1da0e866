import { useTranslations } from 'next-intl';
import { Gap } from '@/components/layout/gap';
import { Link } from '@/i18n/link';
import { type SearchResult } from '@/lib/search/search.service';
import { detailHref } from '@/lib/search/search-links';
import { wayHref, ways } from '@/lib/search/ways';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { weakReason } from './strength-reach';

interface WeakLineProps {
  result: SearchResult;
  /** The kinds that the list is ranked by. */
  kinds: readonly EmbeddingKind[];
  /** No match of the whole search is strong: there is nothing to separate, and what may help is named. */
  isAll: boolean;
}

/** The line between strong and weak matches, as an item of a wall: across it, or upright in a strip. */
export function WeakLine({ result, kinds, isAll }: WeakLineProps) {
  const t = useTranslations('strength');
  return (
    <>
      <li className="row-end" aria-hidden="true" />
      <li className="weak-line text-fine text-quiet" data-all={isAll || undefined}>
        <span className="text-ink">{t(isAll ? 'lineFirst' : 'lineFrom')}</span>
        <Gap />
        {t(`chance.${weakReason(kinds, result.scales)}`)}
        <Gap />
        <Link href="/quality#strength" className="link py-1">
          {t('why')}
        </Link>
        {isAll && <Help result={result} kinds={kinds} />}
      </li>
    </>
  );
}

/** What may find closer works. */
function Help({ result: { query, references, network }, kinds }: Omit<WeakLineProps, 'isAll'>) {
  const t = useTranslations('strength');
  const words = useTranslations('search');
  const [only = null] = references.length === 1 ? references : [];
  const others = ways.filter(
    (way) => way !== 'all' && network.spaces[way] !== undefined && !kinds.includes(way),
  );
  return (
    <p className="mt-2 text-ink">
      {only && only.kind !== 'palette' && others.length > 0 && (
        <>
          {t('helpKinds')}
          <Gap />
          {others.map((way, at) => (
            <span key={way}>
              {at > 0 && ', '}
              <Link href={wayHref(query, way)} className="link py-1">
                {words(`ways.${way}`)}
              </Link>
            </span>
          ))}
          {'. '}
        </>
      )}
      {only?.image && (
        <>
          {t.rich('helpDetail', {
            link: (text) => (
              <Link href={detailHref(query, only.key)} className="link py-1">
                {text}
              </Link>
            ),
          })}
          <Gap />
        </>
      )}
      {t('helpWorks')}
    </p>
  );
}
