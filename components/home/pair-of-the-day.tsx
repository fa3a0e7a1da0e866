import { useTranslations } from 'next-intl';
import { shownShare } from '@/components/search/hits/strength-reach';
import { WorkTile } from '@/components/works/work-tile';
import { Link } from '@/i18n/link';
import { searchFromHref } from '@/lib/search/light-links';
import { type ShowcasePair } from '@/lib/search/showcase/showcase';

/** Two works that are near in style, and what lies between them, with the measure that says so. */
export function PairOfTheDay({ pair: { artworks, yearsApart, strength, scale } }: { pair: ShowcasePair }) {
  const t = useTranslations('home');
  const words = useTranslations('strength');
  const [one] = artworks;
  const sum = artworks.reduce((all, { image }) => all + image.width / image.height, 0);
  return (
    <section aria-labelledby="pair" className="shell mt-14 md:mt-20">
      <div className="grid gap-x-14 gap-y-6 border-t border-ink pt-4 md:grid-cols-[minmax(15rem,1fr)_2fr]">
        <div>
          <p className="text-fine text-quiet">{t('pair.today')}</p>
          <h2 id="pair" className="mt-1 font-serif text-head">
            {yearsApart === null ? t('pair.apart') : t('pair.yearsApart', { years: yearsApart })}
          </h2>
          <p className="mt-3">
            {strength && scale
              ? words('closer', { source: scale.source, share: shownShare(strength.percentile) })
              : t('pair.near')}
          </p>
          <p className="mt-2 max-w-prose text-fine text-quiet">{t('pair.how')}</p>
          <Link href={searchFromHref(one.id, 'style')} className="link mt-3 inline-block py-1">
            {t('pair.more')}
          </Link>
        </div>
        <ul className="first-wall" style={{ '--sum': sum.toFixed(3) } as React.CSSProperties}>
          {artworks.map((artwork) => (
            <WorkTile key={artwork.id} artwork={artwork} sizes="(min-width: 56rem) 30vw, 46vw" />
          ))}
          <li hidden />
        </ul>
      </div>
    </section>
  );
}
