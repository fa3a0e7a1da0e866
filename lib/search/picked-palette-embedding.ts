import { type Embedding } from '@/lib/vision/embedding';
import { paletteEmbedding } from '@/lib/vision/palette';
import { type PickedColour } from './question/picked-palette';

/** The palette embedding of a picture that has these colours in these proportions, and no others. */
export function pickedPaletteEmbedding(colours: readonly PickedColour[]): Embedding {
  const pixels = colours.flatMap(({ colour, share }) => {
    const bytes = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Array.from({ length: share }, () => bytes).flat();
  });
  return paletteEmbedding({ width: pixels.length / 3, height: 1, data: Uint8Array.from(pixels) });
}
