import { useFormatter, useTranslations } from 'next-intl';
import { Wall } from '@/components/works/wall';
import { WorkTile } from '@/components/works/work-tile';
import { type Artwork } from '@/lib/catalog/artwork';
import { type SampleAnswers } from '@/lib/quality/quality';
import { type NetworkKind } from '@/lib/vision/embedding';

interface WrongWorksProps {
  kind: NetworkKind;
  answers: SampleAnswers;
  /** The works of the sample collection that are in this collection, by title. */
  samples: ReadonlyMap<string, Artwork>;
}

const sizes = '(min-width: 40rem) 12rem, 40vw';

/** The works of the sample collection with the worst first hits, and these hits: as pictures if they are here. */
export function WrongWorks({ kind, answers, samples }: WrongWorksProps) {
  const t = useTranslations('quality.wrong');
  const format = useFormatter();
  const verdict = (right: boolean) =>
    kind === 'style' ? t(right ? 'samePainter' : 'otherPainter') : t(right ? 'sameSubject' : 'otherSubject');
  return (
    <div className="space-y-8">
      {answers.wrong.map(({ query, hits }) => {
        const asked = samples.get(query.title);
        const found = hits.flatMap((hit) => {
          const artwork = samples.get(hit.title);
          return artwork ? [{ ...hit, artwork }] : [];
        });
        const label = t(kind === 'style' ? 'styleOf' : 'contentOf', { title: query.title });
        if (!asked || found.length < hits.length)
          return (
            <p key={query.file} className="max-w-prose">
              <span className="text-quiet">{t('found', { label, artist: query.artist })}</span>{' '}
              {format.list(hits.map(({ title, right }) => t('hit', { title, verdict: verdict(right) })))}
            </p>
          );
        return (
          <Wall key={query.file} size="strip" label={label}>
            <WorkTile artwork={asked} sizes={sizes} remark={t('query')} />
            {found.map(({ artwork, right }) => (
              <WorkTile key={artwork.id} artwork={artwork} sizes={sizes}>
                <p className={`mt-1 text-fine ${right ? 'text-quiet' : 'font-medium text-ink'}`}>
                  {verdict(right)}
                </p>
              </WorkTile>
            ))}
          </Wall>
        );
      })}
    </div>
  );
}
