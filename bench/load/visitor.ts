import { Agent, get } from 'node:http';
import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import { seededRandom } from '@/lib/vision/random';
import { type SyntheticCollection } from '../search/synthetic';
import { addressOf, nextStep, picturesOf, popularWork, type RequestKind, stepsOfVisit } from './mix';

export interface Observed {
  readonly kind: RequestKind;
  readonly ms: number;
  /** Null: the connection failed. */
  readonly status: number | null;
}

interface Visitor {
  readonly origin: string;
  readonly collection: SyntheticCollection;
  readonly seed: number;
  /** As `performance.now()` tells it. */
  readonly until: number;
  /** Without pictures: pages and the API alone. */
  readonly withPictures: boolean;
  readonly observe: (observed: Observed) => void;
}

/** One connection: one request after the other, without a pause. */
export async function visit({
  origin,
  collection,
  seed,
  until,
  withPictures,
  observe,
}: Visitor): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const random = seededRandom(seed);
  const seen = new Set<string>();
  const ask = async (kind: RequestKind, path: string): Promise<Buffer> => {
    const started = performance.now();
    try {
      const { status, body } = await load(agent, `${origin}${path}`);
      observe({ kind, ms: performance.now() - started, status });
      return body;
    } catch {
      observe({ kind, ms: performance.now() - started, status: null });
      return Buffer.alloc(0);
    }
  };
  for (let steps = 0; performance.now() < until; steps++) {
    if (steps % stepsOfVisit === 0) seen.clear();
    const step = nextStep(random());
    const path = addressOf(step, collection, popularWork(collection.works, random()), random());
    const body = await ask(step, path);
    if (!withPictures || step === 'search API') continue;
    for (const picture of picturesOf(body.toString('utf8'))) {
      if (seen.has(picture)) continue;
      seen.add(picture);
      await ask('picture', picture);
    }
  }
  agent.destroy();
}

const unzip = promisify(gunzip);

function load(agent: Agent, url: string): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip', 'accept-language': 'en' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const bytes = Buffer.concat(chunks);
        const isZipped = response.headers['content-encoding'] === 'gzip';
        const body = isZipped ? unzip(bytes) : Promise.resolve(bytes);
        body.then((whole) => resolve({ status: response.statusCode ?? 0, body: whole }), reject);
      });
    }).once('error', reject);
  });
}
