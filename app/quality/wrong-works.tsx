import { Wall } from '@/components/works/wall';
import { WorkTile } from '@/components/works/work-tile';
import { type Artwork } from '@/lib/catalog/artwork';
import { type SampleAnswers } from '@/lib/quality/quality';
import { type NetworkKind } from '@/lib/vision/embedding';

interface WrongWorksProps {
  kind: NetworkKind;
  answers: SampleAnswers;
  /** Those that hang here, by title. */
  samples: ReadonlyMap<string, Artwork>;
}

const sizes = '(min-width: 40rem) 12rem, 40vw';

/** Works of the sample collection whose first hits are worst, with these hits: pictures where they hang here. */
export function WrongWorks({ kind, answers, samples }: WrongWorksProps) {
  const [same, other] =
    kind === 'style' ? ['same painter', 'another painter'] : ['same subject', 'another subject'];
  return (
    <div className="space-y-8">
      {answers.wrong.map(({ query, hits }) => {
        const asked = samples.get(query.title);
        const found = hits.flatMap((hit) => {
          const artwork = samples.get(hit.title);
          return artwork ? [{ ...hit, artwork }] : [];
        });
        const label = `${kind === 'style' ? 'Style' : 'Content'} of “${query.title}”`;
        if (!asked || found.length < hits.length)
          return (
            <p key={query.file} className="max-w-prose">
              <span className="text-quiet">
                {label} by {query.artist}, found:{' '}
              </span>
              {hits.map(({ title, right }) => `${title} (${right ? same : other})`).join(', ')}.
            </p>
          );
        return (
          <Wall key={query.file} size="strip" label={label}>
            <WorkTile artwork={asked} sizes={sizes} remark="Asked with" />
            {found.map(({ artwork, right }) => (
              <WorkTile
                key={artwork.id}
                artwork={artwork}
                sizes={sizes}
                strength={
                  <p className={`mt-1 text-fine ${right ? 'text-quiet' : 'font-medium text-ink'}`}>
                    {right ? same : other}
                  </p>
                }
              />
            ))}
          </Wall>
        );
      })}
    </div>
  );
}
