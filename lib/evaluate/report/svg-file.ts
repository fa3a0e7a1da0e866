import { type Bar, type BarShape, barShapes, barsHeight } from '@/lib/charts/bars';
import type { Confusion } from '../metrics/summary';

const font = 'font-family="system-ui, sans-serif" font-size="13"';
const colours = { bar: '#8fa3b8', accent: '#b3402a', ink: '#222', track: '#eee', paper: '#fff' };
const margin = 16;
const titleHeight = 48;
const barsWidthMin = 560;
/** Enough for bold letters at this size; the value stands beside the label. */
const characterWidth = 8;
const valueWidth = 60;

/** Horizontal bars from 0 to 1 with their values, as a stand-alone SVG file. */
export function barChartFile(title: string, bars: readonly Bar[]): string {
  const labelWidth = Math.max(0, ...bars.map(({ label }) => label.length)) * characterWidth;
  const width = Math.max(barsWidthMin, labelWidth + valueWidth);
  const height = barsHeight(bars);
  const shapes = barShapes(bars, (value) => value.toFixed(3)).map(
    (shape) =>
      `<${shape.element} ${attributes({ ...styleOf(shape), ...shape.attributes })}>${escaped(shape.text ?? '')}</${shape.element}>`,
  );
  const drawing = `<svg x="${margin}" y="${titleHeight}" width="${width}" height="${height}">`;
  return svg(width + 2 * margin, titleHeight + height, title, [drawing, ...shapes, '</svg>']);
}

function styleOf({ part, emphasised }: BarShape): Record<string, string> {
  const weight = { 'font-weight': emphasised ? '600' : '400' };
  return {
    label: weight,
    value: { ...weight, 'text-anchor': 'end' },
    track: { fill: colours.track },
    bar: { fill: emphasised ? colours.accent : colours.bar },
    interval: { stroke: colours.ink, 'stroke-width': '1.5' },
  }[part];
}

function attributes(values: Readonly<Record<string, number | string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}

/** Which labels are taken for which, as a stand-alone SVG file: a grid of squares, darker for a larger share of the first ten hits. */
export function confusionFile(title: string, { labels, shares }: Confusion): string {
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
      const words = `${labels[y] ?? ''} → ${labels[x] ?? ''}: ${(share * 100).toFixed(1)} %`;
      return `<rect x="${left + x * cell}" y="${top + y * cell}" width="${cell - 1}" height="${cell - 1}" fill="${fill}" fill-opacity="${Math.min(1, 0.03 + share).toFixed(3)}"><title>${escaped(words)}</title></rect>`;
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

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
