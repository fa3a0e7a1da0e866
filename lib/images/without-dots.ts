import sharp from 'sharp';
import { type Pixels } from '@/lib/vision/pixels';

/** In pixels of what the network is shown. Half as much again loses the brushwork too. */
const blurSigma = 1;

/** A picture that was printed in dots, blurred until they are gone. */
export async function withoutDots({ data, ...shape }: Pixels): Promise<Pixels> {
  const { width, height } = shape;
  const blurred = await sharp(data, { raw: { width, height, channels: 3 } })
    .blur(blurSigma)
    .raw()
    .toBuffer();
  return { ...shape, data: new Uint8Array(blurred) };
}
