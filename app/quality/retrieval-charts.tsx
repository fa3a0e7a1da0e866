import { Bars } from '@/components/charts/bars';
import { percent } from '@/components/charts/figures';
import { worksLabel } from '@/components/works/artwork-label';
import { type Quality, type QualityFigures } from '@/lib/quality/quality';

const questions = { artist: 'The same artist', movement: 'The same movement' } as const;

/** How often the nearest works are right, by artist and by movement, against the article's recipe and a blind guess. */
export function RetrievalCharts({ quality }: { quality: Quality }) {
  const labels = (['artist', 'movement'] as const).filter((label) =>
    quality.figures.some((figures) => figures.label === label),
  );
  return (
    <div className="grid grid-cols-1 gap-x-14 gap-y-10 md:grid-cols-2">
      {labels.map((label) => (
        <LabelChart key={label} label={label} quality={quality} />
      ))}
    </div>
  );
}

function LabelChart({ label, quality }: { label: QualityFigures['label']; quality: Quality }) {
  const own = quality.figures.filter((figures) => figures.label === label);
  const chance = own[0]?.chance ?? 0;
  const by = (recipe: string) => (recipe === quality.recipe ? '' : `, by the recipe “${recipe}”`);
  const bars = (['precision_at_1', 'map_at_10'] as const).flatMap((metric) =>
    own.map((figures) => ({
      label: `${metric === 'precision_at_1' ? 'The nearest one' : 'The first ten'}${by(figures.recipe)}`,
      emphasised: figures.recipe === quality.recipe,
      ...figures[metric],
    })),
  );
  return (
    <Bars
      title={questions[label]}
      bars={[...bars, { label: 'A blind guess', value: chance }]}
      note={`${worksLabel(own[0]?.queries ?? 0)} of ${own[0]?.classes ?? 0} ${label}s asked. The thin line is the 95\u00a0% interval.`}
    />
  );
}

/** Who is found less: artists with few works, and works photographed by others. */
export function LimitCharts({ quality: { by_works, sources } }: { quality: Quality }) {
  const works = by_works.map(({ from, to, artists, map_at_10 }) => ({
    label: `${to === null ? `${from} works and more` : `${from} to ${to} works`} (${artists} artists)`,
    value: map_at_10,
  }));
  return (
    <div className="grid grid-cols-1 gap-x-14 gap-y-10 md:grid-cols-2">
      <Bars
        title="Rare artists are found less"
        bars={works}
        note="Of the first ten hits, how many are by the artist: the mean over artists with so many works among those searched."
      />
      {sources && (
        <Bars
          title="Part of what is found is the photograph"
          bars={[
            { label: 'Searching within the same source', value: sources.within.map_at_10 },
            { label: 'A blind guess there', value: sources.within.chance },
            { label: 'Searching across sources', value: sources.across.map_at_10 },
            { label: 'A blind guess there, too', value: sources.across.chance },
          ]}
          note={`Reproductions of one source share light, cut and size. Only among other sources than its own, a work’s first ten hits are by its artist in ${percent(sources.across.map_at_10)}.`}
        />
      )}
    </div>
  );
}
