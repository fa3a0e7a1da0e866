import { FairLine } from '@/lib/platform/fair-line';
import { processSingleton } from '@/lib/platform/process-singleton';
import { Problem } from '@/lib/platform/problem';
import { type Asker, currentAsker } from '@/lib/platform/request-context';
import { timed, type Stage } from '@/lib/platform/stage';
import { pictureLimits } from './picture-limits';

/**
 * Limits of each lane of this process. The worst case that `pixelsMax` admits (an interlaced 16-bit RGBA PNG, 8 bytes
 * a pixel) stays near 500 MB.
 */
export const decodeLimits = {
  /** Pixels being decoded at the same time. */
  pixelsMax: 60e6,
  /** Pictures of one client that wait. */
  clientWaitingMax: 12,
  waitMsMax: 20_000,
} as const;

/** Memory of undecoded files that wait: of one client, and together. At least two of the largest that are allowed. */
export function waitingShares(): { readonly clientBytesMax: number; readonly bytesMax: number } {
  const clientBytesMax = Math.max(50 * 2 ** 20, 2 * pictureLimits().bytesMax);
  return { clientBytesMax, bytesMax: 3 * clientBytesMax };
}

/** What decoding a picture takes: its pixels, and the undecoded file that is held meanwhile. */
export interface DecodeCost {
  readonly pixels: number;
  readonly sizeBytes: number;
}

/** What decoding is part of: reading a picture, or making a rendition of it. */
export type DecodeStage = Extract<Stage, 'decode' | 'render'>;

interface Waiting extends DecodeCost {
  readonly start: () => void;
}

/** Visitors' pictures wait in one lane; renditions and curators' pictures in another, so neither delays the other. */
interface Lane {
  pixelsInFlight: number;
  readonly clientPixels: Map<string, number>;
  readonly line: FairLine<Waiting>;
  waitingBytes: number;
}

const laneNamed = (name: string) =>
  processSingleton<Lane>(`decode-lane-${name}`, () => ({
    pixelsInFlight: 0,
    clientPixels: new Map(),
    line: new FairLine(),
    waitingBytes: 0,
  }));

/**
 * Runs `decode` when this process has room for so many more pixels. Clients take turns; one who has nothing in hand
 * goes first. A request whose sender has hung up leaves the line.
 *
 * @param stage what it is timed as; the wait before it is timed as `decode-wait`
 * @throws Problem `unavailable` with `retryAfterSeconds` when too much waits already, or after 20 s of waiting
 */
export async function withinDecodeBudget<T>(
  cost: DecodeCost,
  decode: () => Promise<T>,
  stage: DecodeStage = 'decode',
  asker: Asker = currentAsker(),
): Promise<T> {
  const lane = laneNamed(stage === 'render' || asker.isCurator ? 'collection' : 'visitors');
  requireRoom(lane, cost, asker);
  await timed('decode-wait', () => waitForTurn(lane, cost, asker));
  try {
    return await timed(stage, decode);
  } finally {
    take(lane, asker.client, -cost.pixels);
    admit(lane);
  }
}

function requireRoom({ line, waitingBytes }: Lane, { sizeBytes }: DecodeCost, { client }: Asker): void {
  const own = line.of(client);
  const { clientBytesMax, bytesMax } = waitingShares();
  const ownBytes = own.reduce((sum, waiting) => sum + waiting.sizeBytes, 0);
  if (own.length >= decodeLimits.clientWaitingMax || ownBytes + sizeBytes > clientBytesMax)
    throw tryLater('Too many of your pictures are waiting to be read. Send the next ones a little later.');
  if (waitingBytes + sizeBytes > bytesMax)
    throw tryLater('Too many pictures are being read right now. Try again in a few seconds.');
}

function waitForTurn(lane: Lane, cost: DecodeCost, { client, closed }: Asker): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const leave = (reason: Problem) => {
      lane.line.remove(client, waiting);
      end();
      reject(reason);
      admit(lane);
    };
    const hangUp = () => leave(new Problem('invalid-request', 'The sender closed the connection.'));
    const timer = setTimeout(
      () => leave(tryLater('The picture waited 20 s to be read. Try again in a few seconds.')),
      decodeLimits.waitMsMax,
    );
    const end = () => {
      lane.waitingBytes -= cost.sizeBytes;
      clearTimeout(timer);
      closed?.removeEventListener('abort', hangUp);
    };
    const waiting: Waiting = {
      ...cost,
      start: () => {
        end();
        resolve();
      },
    };
    lane.waitingBytes += cost.sizeBytes;
    lane.line.push(client, waiting);
    if (closed?.aborted) return hangUp();
    closed?.addEventListener('abort', hangUp, { once: true });
    admit(lane);
  });
}

function admit(lane: Lane): void {
  const { line, clientPixels } = lane;
  for (;;) {
    const next = line.next((client) => clientPixels.get(client) ?? 0);
    // A picture larger than the whole budget still gets its turn, alone.
    const mustWait =
      next && lane.pixelsInFlight > 0 && lane.pixelsInFlight + next.entry.pixels > decodeLimits.pixelsMax;
    if (!next || mustWait) return;
    line.serve(next);
    take(lane, next.client, next.entry.pixels);
    next.entry.start();
  }
}

function take(lane: Lane, client: string, pixels: number): void {
  lane.pixelsInFlight += pixels;
  const own = (lane.clientPixels.get(client) ?? 0) + pixels;
  if (own > 0) lane.clientPixels.set(client, own);
  else lane.clientPixels.delete(client);
}

function tryLater(message: string): Problem {
  return new Problem('unavailable', message, { code: 'busy', retryAfterSeconds: 10 });
}
