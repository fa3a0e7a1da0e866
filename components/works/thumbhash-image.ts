import { thumbHashToDataURL } from 'thumbhash';
import { type ArtworkImage } from '@/lib/catalog/artwork';

/** A picture's ThumbHash as a CSS image: 4 kB, so for the one large picture of a page. */
export function thumbhashImage({ thumbhash }: Pick<ArtworkImage, 'thumbhash'>): string {
  return `url(${thumbHashToDataURL(Buffer.from(thumbhash, 'base64'))})`;
}
