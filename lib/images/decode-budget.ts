/**
 * At most this many pixels are being decoded at one moment in this process; the rest wait in line. The worst
 * case that the pixel limit lets in (an interlaced 16-bit RGBA PNG, 8 bytes a pixel) then stays near 500 MB.
 */
const pixelsInFlightMax = 60e6;

let pixelsInFlight = 0;
const waiting: { pixels: number; start: () => void }[] = [];

function admit(): void {
  for (let next = waiting[0]; next; next = waiting[0]) {
    // A picture larger than the whole budget still gets its turn, alone.
    if (pixelsInFlight > 0 && pixelsInFlight + next.pixels > pixelsInFlightMax) return;
    waiting.shift();
    pixelsInFlight += next.pixels;
    next.start();
  }
}

/** Runs `decode` when this process has room for so many more pixels; first come, first served. */
export async function withinDecodeBudget<T>(pixels: number, decode: () => Promise<T>): Promise<T> {
  await new Promise<void>((start) => {
    waiting.push({ pixels, start });
    admit();
  });
  try {
    return await decode();
  } finally {
    pixelsInFlight -= pixels;
    admit();
  }
}
