import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { processSingleton } from '@/lib/platform/process-singleton';
import { fontCoverage } from './font-coverage';

/**
 * Noto Serif JP (SIL Open Font License 1.1, card-font.LICENSE.txt), its Japanese, Latin, Cyrillic and Vietnamese parts
 * in one file under a name of its own: whatever fonts a machine has, cards look the same.
 */
const fontFile = path.join(/*turbopackIgnore: true*/ process.cwd(), 'lib/images/cards/card-font.ttf');
const family = 'Gafu Card Serif';

const coverage = () => processSingleton('card-font', () => fontCoverage(readFileSync(fontFile)));

/** A text that was drawn, to be laid on a card. */
export interface DrawnText {
  /** PNG with alpha. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

export interface TextBox {
  readonly width: number;
  readonly heightMax: number;
  /** In pixels, from the preferred one down; if even the last is too large, the text is cut. */
  readonly sizes: readonly [number, ...number[]];
  /** `#rrggbb` */
  readonly colour: string;
}

/**
 * Draws a text in lines that fit a box. Characters that the font does not have are left out.
 * @returns null if nothing is left to draw
 */
export async function drawText(text: string, box: TextBox): Promise<DrawnText | null> {
  const has = coverage();
  const shown = Array.from(text.normalize('NFC'))
    .filter((character) => /\s/.test(character) || has(character))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(shown)) return null;
  let drawn: DrawnText | null = null;
  for (const size of box.sizes) {
    drawn = await draw(shown, size, box);
    if (drawn.height <= box.heightMax) return drawn;
  }
  const smallest = box.sizes.at(-1) ?? box.sizes[0];
  const characters = Array.from(shown);
  let kept = characters.length;
  while (drawn !== null && drawn.height > box.heightMax && kept > 1) {
    kept = Math.floor(kept * Math.min(0.9, box.heightMax / drawn.height));
    drawn = await draw(`${characters.slice(0, kept).join('').trimEnd()}…`, smallest, box);
  }
  return drawn;
}

async function draw(text: string, size: number, { width, colour }: TextBox): Promise<DrawnText> {
  // Pango's markup, which sharp reads a text as.
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  // At 72 dots an inch a point is a pixel.
  const font = `${family} ${size}`;
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escaped}</span>`,
      font,
      fontfile: fontFile,
      width,
      rgba: true,
      dpi: 72,
      wrap: 'word-char',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}
