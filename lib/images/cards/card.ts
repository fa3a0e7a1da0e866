import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { cardSize } from './card-size';
import { drawText } from './card-text';

/** Grows when cards look different, so that what was kept before is not used. */
export const cardVersion = 3;

const margin = 48;
const wall = '#f0eeea';
const ink = '#1d1a17';
const quiet = '#625d57';
const seal = '#b3381d';
/** Of the words beside a work. */
const wordsWidthMin = 380;
const hitWall = { side: 250, gap: 12 } as const;

/** What stands beside the pictures. */
export interface CardLabel {
  readonly title: string;
  readonly caption: string;
}

/** A picture that is ready to be laid on a card: bytes that sharp reads. */
type CardPicture = Uint8Array;

/** A picture of the size that it has on the card. */
type Layer = Required<Pick<OverlayOptions, 'input' | 'raw'>>;

/** A work's card: its whole picture on a wall, with its label. */
export async function drawWorkCard(picture: CardPicture, label: CardLabel): Promise<Buffer> {
  const box = { width: cardSize.width - 3 * margin - wordsWidthMin, height: cardSize.height - 2 * margin };
  const hung = await pixelsOf(sharp(picture).resize({ ...box, fit: 'inside' }));
  const { width, height } = hung.raw;
  const place = { left: margin, top: Math.round((cardSize.height - height) / 2) };
  return onWall([{ ...hung, ...place }, ...(await labelLayers(label, 2 * margin + width))]);
}

/** A search's card: what is asked and the pictures it begins from on the left, the best hits on the right. */
export async function drawSearchCard(
  question: readonly CardPicture[],
  hits: readonly CardPicture[],
  label: CardLabel,
): Promise<Buffer> {
  const { side, gap } = hitWall;
  const left = cardSize.width - margin - 3 * side - 2 * gap;
  const top = Math.round((cardSize.height - 2 * side - gap) / 2);
  const wall = hits.slice(0, 6).map(async (input, at) => ({
    ...(await square(input, side)),
    left: left + (at % 3) * (side + gap),
    top: top + Math.floor(at / 3) * (side + gap),
  }));
  const shown = question.slice(0, 2);
  const width = left - 2 * margin;
  const askedSide = shown.length > 1 ? Math.floor((width - gap) / 2) : 176;
  const asked = shown.map(async (input, at) => ({
    ...(await square(input, askedSide)),
    left: margin + at * (askedSide + gap),
    top,
  }));
  const words = labelLayers(label, margin, {
    width,
    sizes: [34, 28],
    top: shown.length > 0 ? top + askedSide + 24 : top,
  });
  return onWall([...(await Promise.all([...asked, ...wall])), ...(await words)]);
}

function square(picture: CardPicture, side: number): Promise<Layer> {
  return pixelsOf(sharp(picture).resize(side, side, { fit: 'cover' }));
}

/** As pixels: packing them only to unpack them for the card would take most of the time. */
async function pixelsOf(picture: Sharp): Promise<Layer> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { input: data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

async function labelLayers(
  { title, caption }: CardLabel,
  left: number,
  place: { readonly width?: number; readonly top?: number; readonly sizes?: readonly [number, number] } = {},
): Promise<OverlayOptions[]> {
  const width = place.width ?? cardSize.width - margin - left;
  const { sizes = [46, 34] } = place;
  const heading = await drawText(title, { width, heightMax: 215, sizes, colour: ink });
  const line = await drawText(caption, { width, heightMax: 90, sizes: [26, 22], colour: quiet });
  const name = await drawText('Gafu', { width, heightMax: 60, sizes: [26], colour: seal });
  const space = 18;
  const height = (heading?.height ?? 0) + (line ? space + line.height : 0);
  let top = place.top ?? Math.round((cardSize.height - height) / 2);
  const layers: OverlayOptions[] = [];
  for (const drawn of [heading, line]) {
    if (drawn === null) continue;
    layers.push({ input: drawn.bytes, left, top });
    top += drawn.height + space;
  }
  if (name) layers.push({ input: name.bytes, left, top: cardSize.height - margin - name.height });
  return layers;
}

function onWall(layers: OverlayOptions[]): Promise<Buffer> {
  return sharp({ create: { ...cardSize, channels: 3, background: wall } })
    .composite(layers)
    .jpeg({ quality: 86 })
    .toBuffer();
}
