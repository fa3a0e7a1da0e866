import sharp from 'sharp';

import type { Work } from './catalogue';
import type { Picture } from './kit/picture';
import { Random } from './kit/random';
import type { Scene } from './scene/scene';
import { setScene } from './scene/set-scene';

/** The finished work. The same work always gives the same pixels on one machine. */
export function paintWork({ painter, subject }: Work, scene: Scene = setScene(subject)): Picture {
  return painter.paint(scene, new Random(`${painter.id}/${subject.id}`));
}

/** WebP keeps broken colour at half of JPEG's size. */
export async function encodeWork({ painter }: Work, picture: Picture): Promise<Buffer> {
  const { bytes, width, height } = picture;
  return sharp(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
    raw: { width, height, channels: 4 },
  })
    .removeAlpha()
    .webp({ quality: painter.quality, effort: 5, smartSubsample: true })
    .toBuffer();
}
