import { processSingleton } from '@/lib/platform/process-singleton';
import { Problem } from '@/lib/platform/problem';
import { timed, type Stage } from '@/lib/platform/stage';

/**
 * At most this many pixels are being decoded at one moment in this process; the rest wait in line. The worst
 * case that the pixel limit lets in (an interlaced 16-bit RGBA PNG, 8 bytes a pixel) then stays near 500 MB.
 */
const pixelsInFlightMax = 60e6;

/** Undecoded files that wait in line may hold so much memory; past it a new one is sent away for now. */
const waitingBytesMax = 150 * 2 ** 20;

/** What decoding a picture takes: its pixels, and the undecoded file that is held meanwhile. */
export interface DecodeCost {
  readonly pixels: number;
  readonly sizeBytes: number;
}

/** What decoding is part of: looking at a picture, or making a rendition of it. */
export type DecodeStage = Extract<Stage, 'decode' | 'render'>;

interface DecodeBudget {
  pixelsInFlight: number;
  readonly waiting: (DecodeCost & { readonly start: () => void })[];
}

const decodeBudget = () =>
  processSingleton<DecodeBudget>('decode-budget', () => ({ pixelsInFlight: 0, waiting: [] }));

function admit(budget: DecodeBudget): void {
  for (let next = budget.waiting[0]; next; next = budget.waiting[0]) {
    // A picture larger than the whole budget still gets its turn, alone.
    if (budget.pixelsInFlight > 0 && budget.pixelsInFlight + next.pixels > pixelsInFlightMax) return;
    budget.waiting.shift();
    budget.pixelsInFlight += next.pixels;
    next.start();
  }
}

/**
 * Runs `decode` when this process has room for so many more pixels; first come, first served.
 *
 * @param stage what it is timed as; the wait before it is timed as `decode-wait`
 * @throws Problem `unavailable` when too much waits already
 */
export async function withinDecodeBudget<T>(
  cost: DecodeCost,
  decode: () => Promise<T>,
  stage: DecodeStage = 'decode',
): Promise<T> {
  const budget = decodeBudget();
  const waitingBytes = budget.waiting.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (waitingBytes + cost.sizeBytes > waitingBytesMax) {
    throw new Problem(
      'unavailable',
      'Too many pictures are being read at this moment. Try again in a few seconds.',
    );
  }
  await timed('decode-wait', () => {
    const admitted = new Promise<void>((start) => budget.waiting.push({ ...cost, start }));
    admit(budget);
    return admitted;
  });
  try {
    return await timed(stage, decode);
  } finally {
    budget.pixelsInFlight -= cost.pixels;
    admit(budget);
  }
}
