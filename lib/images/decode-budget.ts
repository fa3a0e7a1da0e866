import { processSingleton } from '@/lib/platform/memo';

/**
 * At most this many pixels are being decoded at one moment in this process; the rest wait in line. The worst
 * case that the pixel limit lets in (an interlaced 16-bit RGBA PNG, 8 bytes a pixel) then stays near 500 MB.
 */
const pixelsInFlightMax = 60e6;

interface DecodeBudget {
  pixelsInFlight: number;
  readonly waiting: { readonly pixels: number; readonly start: () => void }[];
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

/** Runs `decode` when this process has room for so many more pixels; first come, first served. */
export async function withinDecodeBudget<T>(pixels: number, decode: () => Promise<T>): Promise<T> {
  const budget = decodeBudget();
  await new Promise<void>((start) => {
    budget.waiting.push({ pixels, start });
    admit(budget);
  });
  try {
    return await decode();
  } finally {
    budget.pixelsInFlight -= pixels;
    admit(budget);
  }
}
