import { useFormatter, useTranslations } from 'next-intl';
import { Bars } from '@/components/charts/bars';
import { percent } from '@/components/charts/figures';
import { type Quality, type QualityFigures } from '@/lib/quality/quality';

/** How often the nearest works are right, by artist and by movement, beside the article's recipe and a random guess. */
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
  const t = useTranslations('quality.retrieval');
  const measured = quality.figures.filter((figures) => figures.label === label);
  const [{ chance = 0, queries = 0, classes = 0 } = {}] = measured;
  const bars = (['precision_at_1', 'map_at_10'] as const).flatMap((metric) =>
    measured.map((figures) => {
      const name = metric === 'precision_at_1' ? 'nearest' : 'firstTen';
      const isOwn = figures.recipe === quality.recipe;
      return {
        label: isOwn ? t(name) : t(`${name}By`, { recipe: figures.recipe }),
        emphasised: isOwn,
        ...figures[metric],
      };
    }),
  );
  return (
    <Bars
      title={t(label)}
      bars={[...bars, { label: t('chance'), value: chance }]}
      note={t('note', { label, queries, classes })}
    />
  );
}

/** When it is right less often: for artists with few works, and across sources of photographs. */
export function LimitCharts({ quality: { by_works, sources } }: { quality: Quality }) {
  const t = useTranslations('quality.limits');
  const format = useFormatter();
  const works = by_works.map(({ from, to, artists, map_at_10 }) => ({
    label: to === null ? t('rangeOpen', { from, artists }) : t('range', { from, to, artists }),
    value: map_at_10,
  }));
  return (
    <div className="grid grid-cols-1 gap-x-14 gap-y-10 md:grid-cols-2">
      <Bars title={t('rare')} bars={works} note={t('rareNote')} />
      {sources && (
        <Bars
          title={t('photograph')}
          bars={[
            { label: t('within'), value: sources.within.map_at_10 },
            { label: t('withinChance'), value: sources.within.chance },
            { label: t('across'), value: sources.across.map_at_10 },
            { label: t('acrossChance'), value: sources.across.chance },
          ]}
          note={t('photographNote', { share: percent(format, sources.across.map_at_10) })}
        />
      )}
    </div>
  );
}
