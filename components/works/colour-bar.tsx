import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type MainColour } from '@/lib/images/main-colours';
import { searchHref } from '@/lib/search/query';
import { formatPickedPalette } from '@/lib/search/question/picked-palette';
import { searchFromHref } from '@/lib/search/light-links';

/** Works in which one colour prevails. */
function colourSearchHref(hex: string): string {
  const ref = formatPickedPalette([{ colour: hex.slice(1), share: 100 }]);
  return searchHref({ terms: [{ kind: 'palette', ref, weight: 1 }], filter: {}, page: 1 });
}

/** The colours of a work, each as wide as its share, and the way to works in the same. */
export function ColourBar({ artworkId, colours }: { artworkId: string; colours: readonly MainColour[] }) {
  const t = useTranslations('work');
  if (colours.length === 0) return null;
  return (
    <section aria-labelledby="colours" className="mt-8 border-t border-rule pt-4">
      <h2 id="colours" className="text-fine text-quiet">
        {t('colours')}
      </h2>
      <ul className="mt-2 flex h-8 ring-1 ring-rule">
        {colours.map(({ hex, share }) => (
          <li key={hex} style={{ background: hex, flexGrow: share }} className="min-w-6 basis-0">
            <Link
              href={colourSearchHref(hex)}
              title={t('searchColour', { hex, share })}
              className="block h-full"
            >
              <span className="sr-only">{t('searchColour', { hex, share })}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-fine">
        <Link href={searchFromHref(artworkId, 'palette')} className="link py-0.5">
          {t('searchColours')}
        </Link>
      </p>
    </section>
  );
}
