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
  const told = bars.map(({ label, value }) => `${label}: ${percent(value)}`).join('; ');
  const intervals = bars.some(({ low }) => low !== undefined);
  return (
    <ChartFigure
      title={title}
      note={note}
      table={{
        head: ['', 'Share', ...(intervals ? ['95 % interval'] : [])],
        rows: bars.map((bar) => [bar.label, percent(bar.value), ...(intervals ? [intervalOf(bar)] : [])]),
      }}
    >
      <svg
        width="100%"
        height={barsHeight(bars)}
        role="img"
        aria-label={`${title}. ${told}.`}
        className="block"
      >
        {barShapes(bars, percent).map((shape, i) => (
          <shape.element key={i} className={classOf(shape)} {...shape.attributes}>
            {shape.text}
          </shape.element>
        ))}
      </svg>
    </ChartFigure>
  );
}

function intervalOf({ low, high }: Bar): string {
  return low === undefined || high === undefined ? '' : interval({ low, high });
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
