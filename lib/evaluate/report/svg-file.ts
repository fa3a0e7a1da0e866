import type { Confusion } from '../metrics/summary';

/** One bar, with the interval that its value may as well have, if known. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** Drawn in the accent colour. */
  readonly emphasised?: boolean;
}

const font = 'font-family="system-ui, sans-serif" font-size="13"';
const colours = { bar: '#8fa3b8', accent: '#b3402a', ink: '#222', faint: '#bbb', paper: '#fff' };

/** Horizontal bars from 0 to 1 with their values, as a stand-alone SVG document; `reference` draws a dotted line. */
export function barChart(
  title: string,
  bars: readonly Bar[],
  reference?: { readonly label: string; readonly value: number },
): string {
  const left = 20 + Math.max(80, ...bars.map(({ label }) => label.length * 7.2));
  const width = left + 480;
  const top = 48;
  const rowHeight = 24;
  const x = (value: number) => left + Math.min(1, Math.max(0, value)) * 400;
  const height = top + bars.length * rowHeight + 28;
  const rows = bars.map(({ label, value, low, high, emphasised }, index) => {
    const y = top + index * rowHeight;
    const whisker =
      low === undefined || high === undefined
        ? ''
        : `<line x1="${fixed(x(low))}" x2="${fixed(x(high))}" y1="${y + 9}" y2="${y + 9}" stroke="${colours.ink}" stroke-width="1.5"/>`;
    return `<text x="${left - 8}" y="${y + 14}" text-anchor="end">${escaped(label)}</text>
<rect x="${left}" y="${y}" width="${fixed(x(value) - left)}" height="18" fill="${emphasised ? colours.accent : colours.bar}"/>${whisker}
<text x="${fixed(Math.max(x(value), x(high ?? 0)) + 6)}" y="${y + 14}">${value.toFixed(3)}</text>`;
  });
  const line = reference
    ? `<line x1="${fixed(x(reference.value))}" x2="${fixed(x(reference.value))}" y1="${top - 6}" y2="${height - 24}" stroke="${colours.ink}" stroke-dasharray="2 3"/>
<text x="${fixed(x(reference.value))}" y="${height - 8}" text-anchor="middle">${escaped(reference.label)} ${reference.value.toFixed(3)}</text>`
    : '';
  return svg(width, height, title, [...rows, line]);
}

/** Which labels are taken for which: a grid of squares, darker for a larger share of the first ten hits. */
export function confusionChart(title: string, { labels, shares }: Confusion): string {
  const cell = 22;
  const left = 20 + Math.max(60, ...labels.map((label) => label.length * 7.2));
  const top = left + 20;
  const size = labels.length * cell;
  const names = labels.flatMap((label, index) => {
    const middle = index * cell + cell / 2 + 4;
    return [
      `<text x="${left - 8}" y="${top + middle}" text-anchor="end">${escaped(label)}</text>`,
      `<text transform="translate(${left + middle},${top - 8}) rotate(-90)">${escaped(label)}</text>`,
    ];
  });
  const cells = shares.flatMap((row, y) =>
    row.map((share, x) => {
      const fill = x === y ? colours.accent : colours.ink;
      const told = `${labels[y] ?? ''} → ${labels[x] ?? ''}: ${(share * 100).toFixed(1)} %`;
      return `<rect x="${left + x * cell}" y="${top + y * cell}" width="${cell - 1}" height="${cell - 1}" fill="${fill}" fill-opacity="${Math.min(1, 0.03 + share).toFixed(3)}"><title>${escaped(told)}</title></rect>`;
    }),
  );
  return svg(left + size + 20, top + size + 20, title, [...names, ...cells]);
}

function svg(width: number, height: number, title: string, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" width="${Math.ceil(width)}" ${font} role="img">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" fill="${colours.paper}"/>
<text x="16" y="26" font-size="15" font-weight="600" fill="${colours.ink}">${escaped(title)}</text>
<g fill="${colours.ink}">
${parts.filter(Boolean).join('\n')}
</g>
</svg>
`;
}

function fixed(value: number): string {
  return value.toFixed(1);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
