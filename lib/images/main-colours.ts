import { processSingleton } from '@/lib/platform/process-singleton';
import { type Pixels } from '@/lib/vision/pixels';
import { cielab } from '@/lib/vision/palette';
import sharp from 'sharp';
import { rendition } from './rendition';

/** A colour of a picture, and how much of it has that colour or one like it. */
export interface MainColour {
  /** `#rrggbb` */
  readonly hex: string;
  /** 0 … 1 */
  readonly share: number;
}

const coloursMax = 7;
/** Of a side, in CIELAB: pixels in one box are gathered first. */
const boxSide = 12;
/** Colours nearer than this (ΔE 1976) are shown as one. */
const sameColourMax = 22;
/** Less of a picture is an accident of it. */
const shareMin = 0.01;

interface Gathered {
  count: number;
  /** Of red, green and blue. */
  readonly sums: [number, number, number];
}

/** The colours that a picture consists of, the most frequent first. Pure. */
export function mainColours({ data }: Pick<Pixels, 'data'>): readonly MainColour[] {
  const boxes = new Map<string, Gathered>();
  for (let i = 0; i + 2 < data.length; i += 3) {
    const rgb = [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0] as const;
    const box = cielab(...rgb)
      .map((value) => Math.round(value / boxSide))
      .join(' ');
    add(boxes, box, { count: 1, sums: [...rgb] });
  }
  const groups: Gathered[] = [];
  for (const box of [...boxes.values()].sort((a, b) => b.count - a.count)) {
    const near = groups.find((group) => distance(meanOf(group), meanOf(box)) < sameColourMax);
    if (near) merge(near, box);
    else groups.push(box);
  }
  const total = data.length / 3;
  return groups
    .filter(({ count }) => count / total >= shareMin)
    .sort((a, b) => b.count - a.count)
    .slice(0, coloursMax)
    .map((group) => ({ hex: hexOf(meanOf(group)), share: group.count / total }));
}

function add(boxes: Map<string, Gathered>, box: string, gathered: Gathered): void {
  const known = boxes.get(box);
  if (known) merge(known, gathered);
  else boxes.set(box, gathered);
}

function merge(into: Gathered, { count, sums }: Gathered): void {
  into.count += count;
  for (const channel of [0, 1, 2] as const) into.sums[channel] += sums[channel];
}

type Rgb = readonly [red: number, green: number, blue: number];

function meanOf({ count, sums: [red, green, blue] }: Gathered): Rgb {
  return [Math.round(red / count), Math.round(green / count), Math.round(blue / count)];
}

function distance(a: Rgb, b: Rgb): number {
  const [one, other] = [cielab(...a), cielab(...b)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const sampledSide = 96;
const keptMax = 5_000;

/** Of a stored picture; none if it cannot be read now, since a page is worth showing without them. */
export async function mainColoursOf(key: string): Promise<readonly MainColour[]> {
  const kept = processSingleton('main-colours', () => new Map<string, readonly MainColour[]>());
  const known = kept.get(key);
  if (known) return known;
  const small = await rendition(key, 320).catch(() => null);
  if (small === null) return [];
  const data = await sharp(small)
    .resize(sampledSide, sampledSide, { fit: 'inside' })
    .removeAlpha()
    .raw()
    .toBuffer();
  const colours = mainColours({ data: new Uint8Array(data) });
  const oldest = kept.keys().next().value;
  if (kept.size >= keptMax && oldest !== undefined) kept.delete(oldest);
  kept.set(key, colours);
  return colours;
}
