import { type Sharp } from 'sharp';
import { pipelineOf, rawPixels } from './raw-pixels';
import { rgbaToThumbHash } from 'thumbhash';
import { median } from '@/lib/platform/quantile';
import { type Pixels } from '@/lib/vision/pixels';

const hashGridSize = 32;
const hashLowSize = 8;

/** Rows of the type-II discrete cosine transform: `cosines[k][n] = cos(π/N · (n + ½) · k)`. */
const cosines = Array.from({ length: hashLowSize }, (_, k) =>
  Array.from({ length: hashGridSize }, (_, n) => Math.cos((Math.PI / hashGridSize) * (n + 0.5) * k)),
);

/**
 * 64-bit perceptual hash of a 32 × 32 greyscale picture: the signs, about their median, of the 8 × 8 lowest
 * frequencies of its cosine transform. After Zauner, "Implementation and Benchmarking of Perceptual Image
 * Hash Functions" (2010), section 3.2.2, with the constant term left out of the median.
 *
 * @param grey 1,024 bytes, row-major
 * @returns 16 hex digits; copies of one picture differ in few bits
 */
export function perceptualHash(grey: Uint8Array): string {
  const frequencies: number[] = [];
  for (const vertical of cosines) {
    for (const horizontal of cosines) {
      let sum = 0;
      for (let y = 0; y < hashGridSize; y++) {
        for (let x = 0; x < hashGridSize; x++) {
          sum += (grey[y * hashGridSize + x] ?? 0) * (vertical[y] ?? 0) * (horizontal[x] ?? 0);
        }
      }
      frequencies.push(sum);
    }
  }
  const middle = median(frequencies.slice(1));
  const bits = frequencies.map((frequency) => (frequency > middle ? '1' : '0')).join('');
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

/** Average colour of RGB pixels as `#rrggbb`. */
function averageColour({ data }: Pixels): string {
  const sums = [0, 0, 0];
  for (let i = 0; i < data.length; i++) sums[i % 3] = (sums[i % 3] as number) + (data[i] as number);
  const hex = sums.map((sum) =>
    Math.round(sum / (data.length / 3))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}

function opaque({ data }: Pixels): Uint8Array {
  const rgba = new Uint8Array((data.length / 3) * 4).fill(255);
  for (let pixel = 0; pixel < data.length / 3; pixel++)
    rgba.set(data.subarray(3 * pixel, 3 * pixel + 3), 4 * pixel);
  return rgba;
}

export interface Fingerprint {
  /** ThumbHash (evanw.github.io/thumbhash), base64. */
  readonly thumbhash: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** 16 hex digits. */
  readonly perceptualHash: string;
}

/** The small facts by which a picture is drawn before it has loaded, and recognised when it comes again. */
export async function fingerprint(picture: Sharp): Promise<Fingerprint> {
  const small = await rawPixels(picture.resize(100, 100, { fit: 'inside' }));
  const grey = await pipelineOf(small)
    .resize(hashGridSize, hashGridSize, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
  return {
    thumbhash: Buffer.from(rgbaToThumbHash(small.width, small.height, opaque(small))).toString('base64'),
    colour: averageColour(small),
    perceptualHash: perceptualHash(grey),
  };
}
