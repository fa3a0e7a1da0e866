import { useFormatter, useTranslations } from 'next-intl';
import { type Bar, type BarShape, barShapes, barsHeight } from '@/lib/charts/bars';
import { ChartFigure } from './chart-figure';
import { interval, percent } from './figures';

interface BarsProps {
  title: string;
  bars: readonly Bar[];
  note?: React.ReactNode;
}

/** Shares as bars, and the same as a table. */
export function Bars({ title, bars, note }: BarsProps) {
  const t = useTranslations('charts');
  const format = useFormatter();
  const share = (value: number) => percent(format, value);
  const summary = bars.map(({ label, value }) => t('figure', { label, share: share(value) })).join('; ');
  const intervals = bars.some(({ low }) => low !== undefined);
  return (
    <ChartFigure
      title={title}
      note={note}
      table={{
        head: ['', t('share'), ...(intervals ? [t('interval')] : [])],
        rows: bars.map(({ label, value, low, high }) => [
          label,
          share(value),
          ...(intervals
            ? [low === undefined || high === undefined ? '' : interval(format, { low, high })]
            : []),
        ]),
      }}
    >
      <svg
        width="100%"
        height={barsHeight(bars)}
        role="img"
        aria-label={t('drawing', { title, summary })}
        className="block"
      >
        {barShapes(bars, share).map((shape, i) => (
          <shape.element key={i} className={classOf(shape)} {...shape.attributes}>
            {shape.text}
          </shape.element>
        ))}
      </svg>
    </ChartFigure>
  );
}

function classOf({ part, emphasised }: BarShape): string {
  const words = `text-fine ${emphasised ? 'fill-ink font-semibold' : 'fill-quiet'}`;
  return {
    label: words,
    value: `${words} tabular-nums [text-anchor:end]`,
    track: 'fill-plinth',
    bar: emphasised ? 'fill-ink' : 'fill-edge',
    interval: 'stroke-ink',
  }[part];
}
