import { Problem } from '@/lib/platform/problem';
import type { Pixels } from './pixels';

/** Mean blue, green and red of ImageNet's pictures (0–255), which VGG was trained without (Simonyan & Zisserman 2015). */
export const imagenetMeanBgr = [103.939, 116.779, 123.68] as const;

/**
 * Pictures of one size → VGG's input, [picture][y][x][B, G, R] minus the mean, 0–255 scale.
 * @throws Problem `invalid-request` when the sizes differ or a buffer has the wrong length.
 */
export function vggInput(pictures: readonly Pixels[]): Float32Array {
  const width = pictures[0]?.width ?? 0;
  const height = pictures[0]?.height ?? 0;
  const values = width * height * 3;
  const input = new Float32Array(pictures.length * values);
  const [meanBlue, meanGreen, meanRed] = imagenetMeanBgr;
  pictures.forEach((picture, index) => {
    if (
      picture.width !== width ||
      picture.height !== height ||
      picture.data.length !== values ||
      values === 0
    ) {
      throw new Problem(
        'invalid-request',
        `A batch needs pictures of one size, three bytes a pixel; picture ${index} is ${picture.width}×${picture.height} with ${picture.data.length} bytes, the first ${width}×${height}.`,
      );
    }
    const { data } = picture;
    const start = index * values;
    for (let i = 0; i < values; i += 3) {
      input[start + i] = (data[i + 2] as number) - meanBlue;
      input[start + i + 1] = (data[i + 1] as number) - meanGreen;
      input[start + i + 2] = (data[i] as number) - meanRed;
    }
  });
  return input;
}
