import { useLocale, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { altText } from '@/components/works/artwork-label';
import { Picture } from '@/components/works/picture';
import { type Artwork } from '@/lib/catalog/artwork';
import { inLanguage } from '@/lib/catalog/in-language';
import { workHref } from '@/lib/catalog/work-address';
import { Link } from '@/i18n/link';
import { justifiedRows } from './justified-rows';

/** The sums of ratios that make rows of a good height beside the question, and above it on a phone. */
const wide = { rowRatio: 4.4, rowsMax: 4 } as const;
const narrow = { rowRatio: 3.6, rowsMax: 2 } as const;
/** Of a hanging scroll and of a panorama. */
const [ratioMin, ratioMax] = [0.5, 2.8];

/** How many of these works the first screen has room for. */
export function firstWallCount(artworks: readonly Artwork[]): number {
  return justifiedRows(artworks.map(ratioOf), wide.rowRatio, wide.rowsMax).count;
}

/**
 * The pictures of the first screen: whole, close together, in rows that fill the width at every size, without labels.
 * Each leads to its work. Three or fewer stand large.
 */
export function FirstWall({ artworks }: { artworks: readonly Artwork[] }) {
  const t = useTranslations('home');
  const words = useTranslations('artwork');
  const language = useLocale();
  const ratios = artworks.map(ratioOf);
  const sum = sumOf(ratios);
  const rows = justifiedRows(ratios, wide.rowRatio, wide.rowsMax);
  const onPhone = justifiedRows(ratios, narrow.rowRatio, narrow.rowsMax);
  return (
    <ul aria-label={t('firstWall')} className="first-wall" style={style({ '--sum': sum.toFixed(3) })}>
      {artworks.map((artwork, at) => (
        <Fragment key={artwork.id}>
          {at > 0 && rows.starts.includes(at) && <li aria-hidden="true" className="break max-md:hidden" />}
          {at > 0 && onPhone.starts.includes(at) && <li aria-hidden="true" className="break md:hidden" />}
          <li
            className={at < onPhone.count ? undefined : 'max-md:hidden'}
            style={style({ '--ratio': (ratios[at] ?? 1).toFixed(4) })}
          >
            <Link href={workHref(artwork)} className="block">
              <Picture
                image={artwork.image}
                alt={altText(words, inLanguage(artwork, language))}
                sizes={sizesOf(ratios[at] ?? 1, sum)}
                isSmall={sum >= wide.rowRatio && (ratios[at] ?? 1) < wide.rowRatio / 2}
                isUrgent={at < 4}
                boxRatio={ratios[at]}
              />
            </Link>
          </li>
        </Fragment>
      ))}
      <li hidden />
    </ul>
  );
}

/**
 * Keeps the room of the first wall on a phone, where it stands above what comes before it in the page's text and would
 * push that down when it comes.
 */
export function FirstWallRoom({ artworks }: { artworks: readonly Artwork[] }) {
  const ratios = artworks.map(ratioOf);
  const { starts, count } = justifiedRows(ratios, narrow.rowRatio, narrow.rowsMax);
  // A row of n pictures is (width − (n − 1) gaps) ÷ the sum of their ratios high, with a gap below it.
  const rows = starts.map((start, row) => {
    const own = ratios.slice(start, starts[row + 1] ?? count);
    return { sum: sumOf(own), count: own.length };
  });
  return (
    <div
      aria-hidden="true"
      className="first-wall-room"
      style={style({
        '--sum': sumOf(ratios).toFixed(3),
        '--share': `${(100 * sumOf(rows.map(({ sum }) => 1 / sum))).toFixed(2)}%`,
        '--gaps': sumOf(rows.map((row) => 1 - (row.count - 1) / row.sum)).toFixed(3),
      })}
    />
  );
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function ratioOf({ image: { width, height } }: Artwork): number {
  return Math.min(ratioMax, Math.max(ratioMin, width / height));
}

/** The `sizes` of a picture that has its share of a row. */
function sizesOf(ratio: number, sum: number): string {
  const share = (rowRatio: number, width: number) =>
    `${Math.ceil(Math.min(1, ratio / Math.min(rowRatio, sum)) * width)}vw`;
  return `(min-width: 56rem) ${share(wide.rowRatio, 48)}, ${share(narrow.rowRatio, 92)}`;
}

function style(variables: Record<`--${string}`, string>): React.CSSProperties {
  return variables;
}
