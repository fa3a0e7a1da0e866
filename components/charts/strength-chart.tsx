import { useFormatter, useTranslations } from 'next-intl';
import { histogram, quantileAt, shareBelow } from '@/lib/search/strength/distribution';
import { type StrengthScale } from '@/lib/search/strength/strength';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { ChartFigure } from './chart-figure';
import { densityPath, smoothed } from './density-path';
import { percent } from './figures';

interface StrengthChartProps {
  kind: EmbeddingKind;
  scale: StrengthScale;
}

const bins = 44;
const height = 170;
/** Of the width, in %: beyond these the two words have no room on both sides of the line. */
const roomy = { from: 34, to: 80 } as const;

/** How close pairs of works are, at random and within a label, with the line below which a match is weak. */
export function StrengthChart({ kind, scale }: StrengthChartProps) {
  const t = useTranslations('charts');
  const format = useFormatter();
  const { random, same, line, label } = scale;
  const known = same === null ? [random] : [random, same];
  const low = Math.min(...known.map((one) => quantileAt(one, 0.1)), line.cosine);
  const high = Math.max(...known.map((one) => quantileAt(one, 99.8)), line.cosine);
  const edges = Array.from({ length: bins + 1 }, (_, i) => low + ((high - low) * i) / bins);
  const drawn = known.map((one) => histogram(one, edges));
  const highest = Math.max(...drawn.flatMap(smoothed));
  const [randomPath = '', samePath = null] = drawn.map((shares) => densityPath(shares, highest));
  const at = ((line.cosine - low) / (high - low)) * 100;
  const isNarrow = at < roomy.from || at > roomy.to;
  const top = isNarrow ? 38 : 20;
  // Where there is no room on both sides, both words stand on the wider one, with arrows.
  const beside = at > 50 ? ({ dx: -8, textAnchor: 'end' } as const) : ({ dx: 8 } as const);
  const belongs = label === 'artist' ? 'artist' : 'subject';
  const above = (one: typeof random) => percent(format, 1 - shareBelow(one, line.cosine));
  const summary = same
    ? t('aboveBoth', { label: belongs, random: above(random), same: above(same) })
    : t('aboveRandom', { random: above(random) });
  const title = t('closeness', { kind });
  const cosine = (value: number) =>
    format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return (
    <ChartFigure
      title={title}
      note={summary}
      table={{
        head: [t('cosine'), t('random'), ...(same ? [t('same', { label: belongs })] : [])],
        rows: [
          ...[5, 50, 95, 99.8].map((share) => [
            t('pairsBelow', { share: share / 100 }),
            ...known.map((one) => cosine(quantileAt(one, share))),
          ]),
          [t('pairsAbove', { cosine: cosine(line.cosine) }), ...known.map(above)],
        ],
      }}
    >
      <p className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-fine text-quiet">
        <span className="flex items-center gap-2">
          <span aria-hidden="true" className="inline-block h-3 w-5 border border-edge bg-rule" />{' '}
          {t('twoRandom')}
        </span>
        {same && (
          <span className="flex items-center gap-2">
            <span aria-hidden="true" className="inline-block h-0 w-5 border-t-2 border-ink" />{' '}
            {t('two', { label: belongs })}
          </span>
        )}
      </p>
      <svg
        width="100%"
        height={top + height + 24}
        role="img"
        aria-label={t('strengthDrawing', { title, summary })}
        className="block"
      >
        <svg y={top} width="100%" height={height} viewBox="0 0 100 100" preserveAspectRatio="none">
          <path d={randomPath} className="fill-rule stroke-edge" vectorEffect="non-scaling-stroke" />
          {samePath && (
            <path
              d={samePath}
              fill="none"
              className="stroke-ink"
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
            />
          )}
        </svg>
        <line x1="0" x2="100%" y1={top + height} y2={top + height} className="stroke-ink" />
        <line
          x1={`${at}%`}
          x2={`${at}%`}
          y1="4"
          y2={top + height}
          className="stroke-ink"
          strokeDasharray="3 3"
        />
        <text
          x={`${at}%`}
          y="13"
          {...(isNarrow ? beside : { dx: -8, textAnchor: 'end' })}
          className="fill-quiet text-fine"
        >
          {isNarrow ? `← ${t('weak')}` : t('weak')}
        </text>
        <text
          x={`${at}%`}
          y={isNarrow ? 30 : 13}
          {...(isNarrow ? beside : { dx: 8 })}
          className="fill-ink text-fine"
        >
          {isNarrow ? `${t('strong')} →` : t('strong')}
        </text>
        <text x="0" y={top + height + 18} className="fill-quiet text-fine">
          {t('far')}
        </text>
        <text x="100%" y={top + height + 18} textAnchor="end" className="fill-quiet text-fine">
          {t('close')}
        </text>
      </svg>
    </ChartFigure>
  );
}
