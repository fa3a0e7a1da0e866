import { ChartFigure } from './chart-figure';
import { interval, percent } from './figures';

/** One bar from 0 to 100 %, with the interval that its value may as well have, if known. */
export interface Bar {
  readonly label: string;
  /** A share, 0 … 1. */
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** The one that the chart is about. */
  readonly emphasised?: boolean;
}

interface BarsProps {
  title: string;
  bars: readonly Bar[];
  note?: React.ReactNode;
}

const rowHeight = 44;

/** Bars under each other, each under its label. Drawn in percentages of its width, so that words keep their size. */
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
        height={bars.length * rowHeight}
        role="img"
        aria-label={`${title}. ${told}.`}
        className="block"
      >
        {bars.map((bar, i) => (
          <Row key={bar.label} bar={bar} y={i * rowHeight} />
        ))}
      </svg>
    </ChartFigure>
  );
}

function intervalOf(bar: Bar): string {
  const bounds = boundsOf(bar);
  return bounds ? interval(bounds) : '';
}

function boundsOf({ low, high }: Bar): { low: number; high: number } | null {
  return low === undefined || high === undefined ? null : { low, high };
}

function Row({ bar, y }: { bar: Bar; y: number }) {
  const bounds = boundsOf(bar);
  return (
    <>
      <text
        x="0"
        y={y + 14}
        className={`text-fine ${bar.emphasised ? 'fill-ink font-semibold' : 'fill-quiet'}`}
      >
        {bar.label}
      </text>
      <text
        x="100%"
        y={y + 14}
        textAnchor="end"
        className={`text-fine tabular-nums ${bar.emphasised ? 'fill-ink font-semibold' : 'fill-quiet'}`}
      >
        {percent(bar.value)}
      </text>
      <rect x="0" y={y + 22} width="100%" height="8" className="fill-plinth" />
      <rect
        x="0"
        y={y + 22}
        width={`${(bar.value * 100).toFixed(2)}%`}
        height="8"
        className={bar.emphasised ? 'fill-ink' : 'fill-edge'}
      />
      {bounds && (
        <line
          x1={`${(bounds.low * 100).toFixed(2)}%`}
          x2={`${(bounds.high * 100).toFixed(2)}%`}
          y1={y + 34}
          y2={y + 34}
          className="stroke-ink"
        />
      )}
    </>
  );
}
