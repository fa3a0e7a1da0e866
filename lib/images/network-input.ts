import { type Pixels } from '@/lib/vision/pixels';
import { openPicture } from './decoding';

/**
 * What a network is shown of a picture: the short side scaled to `size`, the middle square cut out. A picture
 * of exactly `size` × `size` pixels is passed on untouched. Lanczos-3, without libvips' coarser shrink-on-load,
 * since the texture that it would smear is the very thing that is compared.
 *
 * @param bytes untrusted bytes, or a stored original
 * @returns `size` × `size` sRGB pixels
 * @throws Problem as {@link openPicture}
 */
export async function networkInput(bytes: Uint8Array, size = 224): Promise<Pixels> {
  const picture = await openPicture(bytes);
  return picture.decode(async (pipeline) => {
    const { data, info } = await pipeline
      .resize(size, size, { fit: 'cover', position: 'centre', fastShrinkOnLoad: false })
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`expected 3 channels, decoded ${info.channels}`);
    return { width: info.width, height: info.height, data: new Uint8Array(data) };
  });
}
