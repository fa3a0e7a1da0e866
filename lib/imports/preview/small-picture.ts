import { openPicture } from '@/lib/images/decoding';
import { FetchProblem } from '@/lib/platform/fetch/fetch-problem';
import { type WebClient } from '@/lib/platform/fetch/web-client';

const sideMax = 400;
const limits = { type: 'picture', bytesMax: 30 * 2 ** 20, msMax: 30_000 } as const;

/**
 * The address of the same picture in about 400 pixels, if its host can scale: IIIF's Image API, and the widths that
 * Commons keeps. Any other stays as it is.
 */
export function smallerAddress(address: string): string {
  return address
    .replace(
      /\/full\/(?:max|full|!\d+,\d+)\/0\/(default|native)\.jpg$/,
      `/full/!${sideMax},${sideMax}/0/$1.jpg`,
    )
    .replace(/\/full\/\d{4,},\/0\/default\.jpg$/, `/full/${sideMax},/0/default.jpg`)
    .replace(/^(https:\/\/upload\.wikimedia\.org\/.*\/thumb\/.*\/)\d{3,}px-/, '$1330px-');
}

/**
 * A small WebP of a museum's picture, for somebody who chooses what to bring in.
 *
 * @throws FetchProblem, or Problem if it is no picture
 */
export async function smallPicture(address: string, web: WebClient): Promise<Buffer> {
  const bytes = await fetchSmall(address, web);
  const picture = await openPicture(bytes);
  const box = { width: sideMax, height: sideMax, fit: 'inside', withoutEnlargement: true } as const;
  return picture.decode((pipeline) => pipeline.resize(box).webp({ quality: 80 }).toBuffer(), 'render');
}

async function fetchSmall(address: string, web: WebClient): Promise<Uint8Array> {
  const smaller = smallerAddress(address);
  try {
    return await fetchBytes(smaller, web);
  } catch (error) {
    // A host of level 0 has only the sizes that it lists.
    if (smaller === address || !(error instanceof FetchProblem)) throw error;
    return fetchBytes(address, web);
  }
}

async function fetchBytes(address: string, web: WebClient): Promise<Uint8Array> {
  const answer = await web.get(address, limits);
  if (answer.kind === 'unchanged') throw new FetchProblem('refused', `${address} answers HTTP 304 unasked.`);
  return answer.bytes;
}
