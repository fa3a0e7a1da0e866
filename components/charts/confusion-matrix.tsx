import { useFormatter, useTranslations } from 'next-intl';
import { ChartFigure } from './chart-figure';
import { type ConfusionRow, takenFor } from './confusion-rows';
import { percent } from './figures';

interface ConfusionMatrixProps {
  title: string;
  rows: readonly ConfusionRow[];
  note?: React.ReactNode;
}

const cell = 30;
const labelWidth = 168;
const labelHeight = 140;
/** The smallest share that is printed in its cell. */
const printedShare = 0.05;

/** Rows are queries, columns what was found: the darker, the more of the first hits. Scrolls sideways on a narrow page. */
export function ConfusionMatrix({ title, rows, note }: ConfusionMatrixProps) {
  const t = useTranslations('charts');
  const format = useFormatter();
  const columns = [...rows.map(({ label }) => label), t('others')];
  const width = labelWidth + columns.length * cell;
  const height = labelHeight + rows.length * cell;
  const summary = rows
    .map(({ label, shares }, i) => t('ownFigure', { label, share: percent(format, shares[i] ?? 0) }))
    .join('; ');
  return (
    <ChartFigure
      title={title}
      note={note}
      table={{
        head: ['', t('queries'), t('own'), t('takenFor')],
        rows: rows.map(({ label, queries, shares }, i) => {
          const other = takenFor(rows, i);
          return [
            label,
            format.number(queries),
            percent(format, shares[i] ?? 0),
            other ? t('takenForFigure', { label: other.label, share: percent(format, other.share) }) : '',
          ];
        }),
      }}
    >
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={title}>
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={t('drawing', { title, summary })}
          className="block text-fine"
        >
          {columns.map((label, x) => (
            <text
              key={label}
              transform={`translate(${labelWidth + x * cell + cell / 2 + 5} ${labelHeight - 8}) rotate(-90)`}
              className="fill-quiet"
            >
              {shortened(label)}
            </text>
          ))}
          {rows.map((row, y) => (
            <g key={row.label} transform={`translate(0 ${labelHeight + y * cell})`}>
              <text x={labelWidth - 10} y={cell / 2 + 4} textAnchor="end" className="fill-ink">
                {shortened(row.label)}
              </text>
              {row.shares.map((share, x) => (
                <Cell key={columns[x]} share={share} x={labelWidth + x * cell} own={x === y} />
              ))}
            </g>
          ))}
        </svg>
      </div>
    </ChartFigure>
  );
}

function Cell({ share, x, own }: { share: number; x: number; own: boolean }) {
  const darkness = Math.min(1, share * 1.3);
  return (
    <>
      <rect x={x + 1} y={1} width={cell - 2} height={cell - 2} className="fill-plinth" />
      <rect
        x={x + 1}
        y={1}
        width={cell - 2}
        height={cell - 2}
        className="fill-ink"
        opacity={darkness.toFixed(3)}
      />
      {own && <rect x={x + 1} y={1} width={cell - 2} height={cell - 2} fill="none" className="stroke-ink" />}
      {share >= printedShare && (
        <text
          x={x + cell / 2}
          y={cell / 2 + 4}
          textAnchor="middle"
          fontSize="11"
          className={`tabular-nums ${darkness > 0.5 ? 'fill-wall' : 'fill-ink'}`}
        >
          {Math.round(share * 100)}
        </text>
      )}
    </>
  );
}

/** A label without its brackets, no longer than the margin; the table has it in full. */
function shortened(label: string): string {
  const plain = label.replace(/ \(.*\)$/, '');
  return plain.length > 21 ? `${plain.slice(0, 20).trimEnd()}…` : plain;
}
