import { useLocale, useTranslations } from 'next-intl';
import { makerLabel } from '@/components/works/artwork-label';
import { TileCard } from '@/components/works/tile-card';
import { Wall } from '@/components/works/wall';
import { inLanguage } from '@/lib/catalog/in-language';
import { formatParameters } from '@/lib/search/query';
import { filterParameters } from '@/lib/search/question/filter';
import { type Showcase } from '@/lib/search/showcase/showcase';

/** Movements to walk into, each with the work that is most like its others. */
export function Movements({ movements }: Pick<Showcase, 'movements'>) {
  const t = useTranslations('home');
  const words = useTranslations('artwork');
  const language = useLocale();
  return (
    <section aria-labelledby="movements" className="shell mt-14 md:mt-20">
      <h2 id="movements" className="mb-5 border-t border-ink pt-3 font-serif text-head">
        {t('movements')}
      </h2>
      <Wall size="strip" label={t('movements')}>
        {movements.map(({ name, artwork }) => {
          const { key, width, height, colour } = artwork.image;
          return (
            <TileCard
              key={name}
              id={artwork.id}
              href={`/browse?${formatParameters(filterParameters({ facets: { movement: [name] } }))}`}
              image={{ key, width, height, colour }}
              alt=""
              title={name}
              caption={makerLabel(words, inLanguage(artwork, language))}
              sizes="column"
            />
          );
        })}
      </Wall>
    </section>
  );
}
