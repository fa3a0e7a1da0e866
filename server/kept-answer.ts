import { createHash } from 'node:crypto';
import { type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import { namesAnyEntity, namesEntityTag } from '@/lib/platform/entity-tag';
import { type CapturedAnswer } from './capture';
import { hashedPolicy } from './hashed-policy';
import { scriptsAfterPaint } from './scripts-after-paint';

const encodings = ['br', 'gzip', 'identity'] as const;
type Encoding = (typeof encodings)[number];

/** An answer that is sent again and again, compressed once for each encoding that somebody takes. */
export interface KeptAnswer {
  readonly headers: Readonly<Record<string, number | string | string[]>>;
  readonly etag: string;
  readonly sizeBytes: number;
  readonly bodies: Map<Encoding, Promise<Buffer>>;
}

const compressors: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  // Of 11: from 6 on the bytes hardly fall, and the time rises.
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => promisify(gzip)(body),
  identity: (body) => Promise.resolve(body),
};

/** Of one request, and not of the page. */
const ownHeaders = [
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'transfer-encoding',
  'x-request-id',
];

/**
 * Makes a rendered page one that everybody can be sent: without its nonce, so that it is the same whenever rendered, and
 * drawn before its scripts are fetched.
 */
export function keptAnswer(answer: CapturedAnswer): KeptAnswer {
  const policy = String(answer.headers['content-security-policy'] ?? '');
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const lasting = (text: string) => (nonce === undefined ? text : text.replaceAll(nonce, ''));
  const html = scriptsAfterPaint(lasting(answer.body.toString('utf8')));
  const headers = Object.fromEntries(
    Object.entries(answer.headers)
      .filter(([name]) => !ownHeaders.includes(name))
      .map(([name, value]) => [name, typeof value === 'string' ? lasting(value) : value]),
  );
  if (policy !== '') headers['content-security-policy'] = hashedPolicy(policy, html);
  const body = Buffer.from(html);
  return {
    headers: { ...headers, vary: varyOf(headers.vary) },
    etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    sizeBytes: body.length,
    bodies: new Map([['identity', Promise.resolve(body)]]),
  };
}

/** What else decides: the language of a first visit, and cookies. */
function varyOf(given: unknown): string {
  const names = String(given ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const all = [...names, 'Accept-Encoding', 'Accept-Language', 'Cookie'];
  return [...new Map(all.map((name) => [name.toLowerCase(), name])).values()].join(', ');
}

/** Sends it, or 304 to a client that has it already (RFC 9110, section 13.1.2). */
export async function sendKept(
  response: ServerResponse,
  { headers, etag, bodies }: KeptAnswer,
  asked: IncomingHttpHeaders,
): Promise<void> {
  const ifNoneMatch = asked['if-none-match'] ?? null;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('ETag', etag);
  if (namesEntityTag(ifNoneMatch, etag) || namesAnyEntity(ifNoneMatch)) {
    // The policy that the client has belongs to the bytes that it has.
    for (const name of ['content-security-policy', 'content-type']) response.removeHeader(name);
    response.statusCode = 304;
    response.end();
    return;
  }
  response.statusCode = 200;
  await sendCompressed(response, bodies, asked);
}

/** Sends an answer to this request alone, as it was given. */
export async function sendCaptured(
  response: ServerResponse,
  { body }: CapturedAnswer,
  asked: IncomingHttpHeaders,
): Promise<void> {
  if (body.length === 0) response.end();
  else await sendCompressed(response, new Map([['identity', Promise.resolve(body)]]), asked);
}

async function sendCompressed(
  response: ServerResponse,
  bodies: KeptAnswer['bodies'],
  asked: IncomingHttpHeaders,
): Promise<void> {
  const encoding = encodingFor(asked['accept-encoding']);
  const body = await compressed(bodies, encoding);
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

/** The smallest that the client takes, whatever it would rather have. */
function encodingFor(accepted: string | undefined): Encoding {
  const taken = new Negotiator({ headers: { 'accept-encoding': accepted ?? 'identity' } }).encodings([
    ...encodings,
  ]);
  return encodings.find((one) => taken.includes(one)) ?? 'identity';
}

async function compressed(bodies: KeptAnswer['bodies'], encoding: Encoding): Promise<Buffer> {
  const whole = await bodies.get('identity');
  const known = bodies.get(encoding) ?? compressors[encoding](whole ?? Buffer.alloc(0));
  bodies.set(encoding, known);
  return known;
}
