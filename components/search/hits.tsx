import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { Link } from '@/i18n/navigation';
import { type Artwork } from '@/lib/catalog/artwork';
import { type SearchHit } from '@/lib/search/search-hits';
import { type StrengthScales, weakFrom } from '@/lib/search/strength/strength';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { blendHref, searchFromHref } from '@/lib/search/search-links';
import { useStrengthMark } from './strength-mark';
import { scalesSource, weakReason } from './strength-reach';
import { type TileAction } from '@/components/works/tile-card';
import { Wall } from '@/components/works/wall';
import { WorkTile } from '@/components/works/work-tile';

interface HitsProps {
  hits: readonly SearchHit[];
  /** The kind that "Search from this" searches by. */
  kind: EmbeddingKind;
  /** The kinds of the query, whose scales the strengths are compared with. */
  asked: readonly EmbeddingKind[];
  scales: StrengthScales;
  /** The query's only picture, if it has one: hits can then be blended with it. */
  queryRef?: string;
  size: 'room' | 'column';
  label: string;
}

const sizes = {
  room: '(min-width: 72rem) 20rem, (min-width: 40rem) 30vw, 45vw',
  column: '(min-width: 56rem) 14rem, 40vw',
} as const;

/** Works in order of rank, with a line after which matches are weak. */
export function Hits({ hits, kind, asked, scales, queryRef, size, label }: HitsProps) {
  const t = useTranslations('search');
  const lineAt = weakFrom(hits.map(({ strength }) => strength));
  const markOf = useStrengthMark(scalesSource(asked, scales));
  const actionsOf = ({ id, title }: Artwork): readonly TileAction[] => {
    const search = {
      href: searchFromHref(id, kind),
      text: t('searchFrom'),
      label: t('searchFromWork', { title }),
    };
    if (!queryRef) return [search];
    const href = blendHref(queryRef, kind, id);
    return [search, { href, text: t('blend'), label: t('blendWith', { kind, title }) }];
  };
  return (
    <Wall size={size} label={label}>
      {hits.map(({ artwork, duplicateOf, strength }, index) => (
        <Fragment key={artwork.id}>
          {index === lineAt && <WeakLine kinds={asked} scales={scales} first={index === 0} />}
          <WorkTile
            artwork={artwork}
            sizes={sizes[size]}
            eager={index < 4}
            strength={strength && markOf(strength)}
            remark={queryRef && duplicateOf === queryRef ? t('samePicture') : null}
            actions={actionsOf(artwork)}
          />
        </Fragment>
      ))}
    </Wall>
  );
}

interface WeakLineProps {
  kinds: readonly EmbeddingKind[];
  scales: StrengthScales;
  /** All matches are weak: there is nothing to separate, so no line is drawn. */
  first: boolean;
}

/** The line between strong and weak matches, as an item of a wall: across it, or upright in a strip. */
function WeakLine({ kinds, scales, first }: WeakLineProps) {
  const t = useTranslations('strength');
  return (
    <>
      {!first && <li className="row-end" aria-hidden="true" />}
      <li className="weak-line text-fine text-quiet">
        <span className="text-ink">{t(first ? 'lineFirst' : 'lineFrom')}</span>{' '}
        {t(`chance.${weakReason(kinds, scales)}`)}{' '}
        <Link href="/quality#strength" prefetch={false} className="link">
          {t('why')}
        </Link>
      </li>
    </>
  );
}
