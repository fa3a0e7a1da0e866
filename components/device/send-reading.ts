import { type DeviceReading } from '@/lib/vision/browser/messages';
import { readOutcome, type SendOutcome } from '@/components/forms/send-form';
import { keepPicture } from './kept-pictures';

/** Pixels on the long side: of the copy the browser keeps, and of the copy sent if the visitor agrees. */
export const previewSidePx = 1280;
export const thumbnailSidePx = 320;

export interface SendOptions {
  /** A copy shown to anyone with the address; null if no image is sent. */
  readonly thumbnail: Blob | null;
  /** The kind to search by, and the search to blend it into, as the parameters of its address. */
  readonly blend?: { readonly with?: string; readonly as: string };
  /** How many days the search is kept. */
  readonly days: number;
  /** Kept by this browser, to show beside the results. */
  readonly preview: Blob | null;
}

/** Sends the vectors read from a picture, to be kept as a search, and keeps the picture in this browser. */
export async function sendReading(
  { vectors }: Pick<DeviceReading, 'vectors'>,
  { thumbnail, blend, days, preview }: SendOptions,
): Promise<SendOutcome> {
  const body = JSON.stringify({
    vectors: vectorsJson(vectors),
    ...(thumbnail && { thumbnail: await base64Of(thumbnail) }),
    ...blend,
  });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const answer = await fetch('/query/vectors', { method: 'POST', headers, body })
    .then((response) => response.text())
    .catch(() => '');
  const outcome = readOutcome(answer);
  const ref = 'href' in outcome && newRef(outcome.href, blend?.with);
  if (ref && preview) await keepPicture(ref, preview, days);
  return outcome;
}

/** Vectors as JSON, to the six digits that matter. */
export function vectorsJson(vectors: DeviceReading['vectors']): { space: string; vector: number[] }[] {
  return vectors.map(({ space, vector }) => ({
    space,
    vector: Array.from(vector, (value) => Number(value.toPrecision(6))),
  }));
}

/** The new query's id: the one that was not in the search before. */
function newRef(href: string, before = ''): string | undefined {
  return href.match(/q_[0-9A-Za-z]{22}/g)?.find((ref) => !before.includes(ref));
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
