import { openPicture } from '@/lib/images/decoding';
import { imageStore } from '@/lib/images/shared-image-store';
import { processSingleton } from '@/lib/platform/process-singleton';
import { type Size } from '@/lib/vision/view';

/** Upright 8-bit sRGB pixels, row-major. */
export interface DecodedPicture extends Size {
  readonly pixels: Buffer;
}

/** Bytes of pixels that this process keeps. */
const keptBytesMax = 128 * 2 ** 20;
const keptMs = 20_000;

interface Entry {
  readonly picture: Promise<DecodedPicture | null>;
  bytes: number;
  timer: NodeJS.Timeout | null;
}

/** In the order of their last use. */
const entries = () => processSingleton('decoded-pictures', () => new Map<string, Entry>());

/**
 * A stored picture at 1 / `reduction` of its size. A viewer asks for dozens of tiles of one picture at once, so the
 * pixels are decoded once for all of them and kept for some seconds.
 * @param reduction 1, 2, 4 or 8: what a JPEG can be decoded at directly
 * @returns null if there is no such picture
 * @throws Problem as the decode budget does
 */
export async function decodedPicture(key: string, reduction: number): Promise<DecodedPicture | null> {
  const name = `${key} ${reduction}`;
  const kept = entries().get(name);
  if (kept) {
    touch(name, kept);
    return await kept.picture;
  }
  const entry: Entry = { picture: decode(key, reduction), bytes: 0, timer: null };
  entries().set(name, entry);
  try {
    const picture = await entry.picture;
    entry.bytes = picture?.pixels.length ?? 0;
    if (picture === null) entries().delete(name);
    else touch(name, entry);
    return picture;
  } catch (error) {
    entries().delete(name);
    throw error;
  }
}

async function decode(key: string, reduction: number): Promise<DecodedPicture | null> {
  const stored = await imageStore().get(key);
  if (stored === null) return null;
  const opened = await openPicture(stored);
  const width = Math.ceil(opened.width / reduction);
  const height = Math.ceil(opened.height / reduction);
  const read = opened.decode(
    (picture) =>
      picture
        .resize({ width, height, fit: 'fill' })
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true }),
    'render',
  );
  const { data, info } = await read;
  return { pixels: data, width: info.width, height: info.height };
}

function touch(name: string, entry: Entry): void {
  const all = entries();
  if (all.get(name) !== entry) return;
  all.delete(name);
  all.set(name, entry);
  if (entry.timer) clearTimeout(entry.timer);
  entry.timer = setTimeout(() => all.delete(name), keptMs).unref();
  let bytes = [...all.values()].reduce((sum, one) => sum + one.bytes, 0);
  for (const [oldest, { bytes: own, timer }] of all) {
    if (bytes <= keptBytesMax) return;
    if (timer) clearTimeout(timer);
    all.delete(oldest);
    bytes -= own;
  }
}
