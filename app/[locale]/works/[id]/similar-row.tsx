import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { useNetworkName } from '@/components/search/provenance';
import { useStrengthMark } from '@/components/search/hits/strength-mark';
import { scalesSource } from '@/components/search/hits/strength-reach';
import { TileList } from '@/components/works/tile-list';
import { Wall } from '@/components/works/wall';
import { WorkTile } from '@/components/works/work-tile';
import { Problem } from '@/lib/platform/problem';
import { searchFromHref } from '@/lib/search/light-links';
import { type SearchResult } from '@/lib/search/search.service';
import { type EmbeddingKind } from '@/lib/vision/embedding';

interface SimilarRowProps {
  artworkId: string;
  kind: EmbeddingKind;
  /** The hits, or why there are none. */
  found: SearchResult | Problem;
}

/** The nearest works in one kind, and the link to all of them. */
export function SimilarRow({ artworkId, kind, found }: SimilarRowProps) {
  const t = useTranslations('work');
  const title = t(kind);
  return (
    <section aria-labelledby={`row-${kind}`}>
      <div className="section-head mb-5">
        <h2 id={`row-${kind}`} className="font-serif text-head">
          {title}
        </h2>
        <Link href={searchFromHref(artworkId, kind)} aria-label={t('seeAllOf', { title })}>
          {t('seeAll')}
        </Link>
      </div>
      {found instanceof Problem ? (
        <p className="text-quiet">{found.message}</p>
      ) : found.hits.length === 0 ? (
        <p className="text-quiet">{t('alone')}</p>
      ) : (
        <Row kind={kind} title={title} result={found} href={searchFromHref(artworkId, kind)} />
      )}
    </section>
  );
}

interface RowProps {
  kind: EmbeddingKind;
  title: string;
  result: SearchResult;
  /** Of the page with all of them. */
  href: string;
}

function Row({ kind, title, result, href }: RowProps) {
  const t = useTranslations('work');
  const network = useNetworkName(result);
  const markOf = useStrengthMark(scalesSource([kind], result.scales));
  return (
    <TileList from={href}>
      <Wall size="strip" label={title}>
        {result.hits.map(({ artwork, strength }, index) => (
          <WorkTile
            key={artwork.id}
            artwork={artwork}
            sizes="(min-width: 40rem) 15rem, 40vw"
            strength={strength && markOf(strength)}
            at={index + 1}
          />
        ))}
      </Wall>
      {/* Colours are compared without a network. */}
      {network && kind !== 'palette' && (
        <p className="mt-3 text-fine text-quiet">{t('rankedBy', { network })}</p>
      )}
    </TileList>
  );
}
