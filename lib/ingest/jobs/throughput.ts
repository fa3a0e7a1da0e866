export interface Throughput {
  /** Works embedded per minute; null if none was lately. */
  readonly perMinute: number | null;
  /** Until all that wait are done at this rate; null without a rate or anything that waits. */
  readonly minutesLeft: number | null;
}

/** Too short a time says little. */
const secondsMin = 15;

/** @param finished jobs of the last minutes, and the seconds since the first of those minutes began */
export function throughput(
  finished: { readonly jobs: number; readonly seconds: number },
  pending: number,
): Throughput {
  if (finished.jobs === 0) return { perMinute: null, minutesLeft: null };
  const perMinute = (60 * finished.jobs) / Math.max(secondsMin, finished.seconds);
  return { perMinute, minutesLeft: pending > 0 ? pending / perMinute : null };
}
