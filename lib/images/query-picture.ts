import { type Pixels } from '@/lib/vision/pixels';
import { type View } from '@/lib/vision/view';
import { openPicture, type OpenedPicture } from './decoding';
import { fingerprint } from './fingerprint';
import { networkInput, networkInputOf, outlineInputOf } from './network-input';
import { pipelineOf, rawPixels } from './raw-pixels';
import { encoded, fittedInto, type SafePicture, storedForm } from './safe-picture';

/** A picture to search by: what a network is shown of it, and the small copy of it that is kept. */
export interface QueryPicture {
  readonly shown: Pixels;
  /** What a result page shows, and enough to embed it again. Equal pictures give equal keys. */
  readonly copy: SafePicture;
}

/** A visitor's picture, before a painting is looked for in it. */
export interface UploadedPicture extends QueryPicture {
  /** JPEG, with the very pixels that would be stored of a work: see `safePicture`. */
  readonly bytes: Buffer;
  /** What the outline network is shown. */
  readonly outline: Pixels;
}

const copyLimits = { sideMax: 1280, shortSideMin: 320, quality: 85 } as const;

/**
 * Reads a visitor's picture. Of the pixels that would be stored of a work the network is shown what it is shown of
 * that work, so both get the same vectors. All else is made of one smaller copy, which is decoded once.
 *
 * @throws Problem `unreadable-picture` when its pixels cannot be decoded
 */
export async function readUpload(picture: OpenedPicture, view: View): Promise<UploadedPicture> {
  // Coding that is not fitted to the picture gives the same pixels in half of the time, in a file that is not kept.
  const { bytes } = await storedForm(picture, { optimiseCoding: false });
  const stored = await openPicture(bytes);
  const small = await stored.decode((pipeline) => rawPixels(pipeline.resize(copyBox(stored))));
  return {
    bytes,
    shown: await networkInput(bytes, view),
    outline: await outlineInputOf(small),
    copy: await copyOf(small),
  };
}

/** The same of a painting that was cut out of a photograph. */
export async function readPainting(painting: Pixels, view: View): Promise<QueryPicture> {
  const small = await rawPixels(pipelineOf(painting).resize(copyBox(painting)));
  return { shown: await networkInputOf(painting, view), copy: await copyOf(small) };
}

const copyBox = (size: Pick<Pixels, 'width' | 'height'>) =>
  fittedInto(size, copyLimits.sideMax, copyLimits.shortSideMin);

async function copyOf(small: Pixels): Promise<SafePicture> {
  const jpeg = await encoded(pipelineOf(small), { quality: copyLimits.quality });
  return { ...jpeg, ...(await fingerprint(pipelineOf(small))) };
}
