import { useTranslations } from 'next-intl';
import { Wall } from '@/components/works/wall';
import { TileList } from '@/components/works/tile-list';
import { useTileOf } from '@/components/works/work-tile';
import { addTemplate, hasRoom } from '@/lib/search/add-picture';
import { searchHref } from '@/lib/search/query';
import { listHref } from '@/lib/search/search-links';
import { type SearchResult } from '@/lib/search/search.service';
import { weakFrom } from '@/lib/search/strength/strength';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { GrowingWall } from './growing-wall';
import { Asked } from './hit-actions';
import { HitTile } from './hit-tile';
import { useStrengthMark } from './strength-mark';
import { scalesSource } from './strength-reach';
import { WeakLine } from './weak-line';

interface HitsProps {
  /** Its hits are those of this list. */
  result: SearchResult;
  /** The kinds that the list is ranked by; the tiles' links search by the first. */
  kinds: readonly EmbeddingKind[];
  size: 'room' | 'half' | 'column';
  label: string;
  /** Whether no list stands above it, so that its first pictures are the first that are seen. */
  isFirst: boolean;
  /** Whether further pages follow on the same wall. */
  isGrowing?: boolean;
  /** Whether the best match comes first; only then is there a line before weak ones. */
  isRanked?: boolean;
}

/** How many pictures of a list load before others. */
const urgentPictures = { room: 4, half: 3, column: 3 } as const;

/** Works in order of rank, with a line after which matches are weak. */
export function Hits({ result, kinds, size, label, isFirst, isGrowing = false, isRanked = true }: HitsProps) {
  const t = useTranslations('search');
  const { hits, query, references, scales } = result;
  const [kind = 'style'] = kinds;
  const lineAt = query.sort || !isRanked ? null : weakFrom(hits.map(({ strength }) => strength));
  const markOf = useStrengthMark(scalesSource(kinds, scales));
  const tileOf = useTileOf();
  const from = isRanked ? listHref(query, kind) : null;
  const firstRank = (result.page - 1) * result.pageSize + 1;
  const tiles = hits.flatMap(({ artwork, duplicateOf, strength }, index) => [
    ...(index === lineAt
      ? [<WeakLine key="weak" result={result} kinds={kinds} isAll={firstRank === 1 && index === 0} />]
      : []),
    <HitTile
      key={artwork.id}
      {...tileOf(artwork)}
      sizes={size}
      {...(isFirst && index < urgentPictures[size] && { isUrgent: true })}
      {...(strength && { strength: markOf(strength) })}
      {...(references.some(({ ref }) => ref === duplicateOf) && { remark: t('samePicture') })}
      {...(from !== null && { at: firstRank + index })}
    />,
  ]);
  const list = (
    <Asked kind={kind} add={hasRoom(query, kind) ? addTemplate({ query, kind }) : null}>
      {isGrowing ? (
        <GrowingWall
          label={label}
          list={searchHref({ ...query, page: 1 })}
          page={result.page}
          pages={result.pages}
        >
          {tiles}
        </GrowingWall>
      ) : (
        <Wall size={size} label={label}>
          {tiles}
        </Wall>
      )}
    </Asked>
  );
  return from === null ? list : <TileList from={from}>{list}</TileList>;
}
