import { z } from 'zod';
import { allowedPictures } from '@/lib/images/picture-format';
import { pictureLimits } from '@/lib/images/picture-limits';
import { Problem } from '@/lib/platform/problem';
import { timed } from '@/lib/platform/stage';
import { pictureAt } from './picture-at';
import { receiveMultipart } from './multipart';
import { readBody, tooLarge } from './request-body';

export interface ReceivedPicture {
  /** Untrusted; not looked at yet. */
  readonly bytes: Buffer;
  /** What was sent along: text fields of a form, or the other members of a JSON body. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The same as lists: every value of a field that was repeated, or of a list in JSON. */
  readonly values: Readonly<Record<string, readonly unknown[]>>;
}

const jsonBytesMax = 2 ** 20;

const jsonBody = z.looseObject({ image: z.string().min(1) });

const accepted =
  'Send the picture as a form (multipart/form-data, one file), as it is (image/* or application/octet-stream), ' +
  'or in base64 as JSON: { "image": "…" }.';

/** @throws Problem `invalid-request` naming the member of the JSON body that it stood in */
export function decodeBase64(text: string, member: string): Buffer {
  const base64 = text.replace(/^data:[^,]*;base64,/, '').replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(base64)) {
    throw new Problem(
      'invalid-request',
      `The member "${member}" is not base64. It holds the bytes of the picture in base64, or a data: address.`,
    );
  }
  return Buffer.from(base64, 'base64');
}

async function fromForm(request: Request, bytesMax: number, mayBeAddress: boolean): Promise<ReceivedPicture> {
  const { fields, values, files } = await receiveMultipart(request, { filesMax: 1, bytesMax });
  const bytes = files[0]?.bytes ?? (mayBeAddress ? await fromAddress(fields.address) : null);
  if (bytes === null) {
    throw new Problem('invalid-request', `No picture was chosen. Choose a ${allowedPictures} file.`, {
      code: 'no-picture',
    });
  }
  return { bytes, fields, values };
}

function fromAddress(address = ''): Promise<Buffer | null> {
  return address.trim() === '' ? Promise.resolve(null) : pictureAt(address.trim());
}

async function fromJson(request: Request, bytesMax: number): Promise<ReceivedPicture> {
  const text = await readBody(request, Math.ceil((bytesMax * 4) / 3) + jsonBytesMax);
  let value: unknown;
  try {
    value = JSON.parse(text.toString('utf8'));
  } catch (cause) {
    throw new Problem('invalid-request', `The body is not JSON (${String(cause)}). ${accepted}`);
  }
  const parsed = jsonBody.safeParse(value);
  if (!parsed.success)
    throw new Problem('invalid-request', `The JSON body has no member "image" with text. ${accepted}`);
  const { image, ...fields } = parsed.data;
  const bytes = decodeBase64(image, 'image');
  if (bytes.byteLength > bytesMax) throw tooLarge('The picture', bytesMax);
  const values = Object.entries(fields).map(([name, value]) => [name, [value].flat()] as const);
  return { bytes, fields, values: Object.fromEntries(values) };
}

/**
 * The one picture of a request, sent as a form, as plain bytes, or in base64 inside JSON; memory bounded.
 *
 * @throws Problem `too-large`, `invalid-request`, `unavailable`, or `unsupported-picture` for a content type that
 *   is none of these; the message says what is accepted
 */
export function receivePicture(request: Request): Promise<ReceivedPicture> {
  return timed('receive', () => readRequest(request, false));
}

/**
 * The same, but a form may have the address of a picture, `address`, instead of a file.
 *
 * @throws Problem as {@link receivePicture} and {@link pictureAt}
 */
export function receivePictureOrAddress(request: Request): Promise<ReceivedPicture> {
  return timed('receive', () => readRequest(request, true));
}

async function readRequest(request: Request, mayBeAddress: boolean): Promise<ReceivedPicture> {
  const { bytesMax } = pictureLimits();
  const contentType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (contentType === 'multipart/form-data') return fromForm(request, bytesMax, mayBeAddress);
  if (contentType === 'application/json') return fromJson(request, bytesMax);
  if (contentType === 'application/octet-stream' || contentType.startsWith('image/')) {
    return { bytes: await readBody(request, bytesMax), fields: {}, values: {} };
  }
  throw new Problem('unsupported-picture', `The content type is ${contentType || 'missing'}. ${accepted}`);
}
