import { useTranslations } from 'next-intl';
import { Wall } from '@/components/works/wall';
import { WorkTile } from '@/components/works/work-tile';
import { Link } from '@/i18n/link';
import { type Artwork } from '@/lib/catalog/artwork';

interface MakerRowProps {
  name: string;
  artworks: readonly Artwork[];
  /** Of the page with all their works. */
  href: string;
}

/** Other works of the same maker. Nothing is drawn if there are none. */
export function MakerRow({ name, artworks, href }: MakerRowProps) {
  const t = useTranslations('work');
  if (artworks.length === 0) return null;
  const title = t('sameMaker', { name });
  return (
    <section aria-labelledby="row-maker">
      <div className="section-head mb-5">
        <h2 id="row-maker" className="font-serif text-head">
          {title}
        </h2>
        <Link href={href} aria-label={t('seeAllOf', { title })}>
          {t('seeAll')}
        </Link>
      </div>
      <Wall size="strip" label={title}>
        {artworks.map((artwork) => (
          <WorkTile key={artwork.id} artwork={artwork} sizes="(min-width: 40rem) 15rem, 40vw" />
        ))}
      </Wall>
    </section>
  );
}
