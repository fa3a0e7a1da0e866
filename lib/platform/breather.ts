import { setImmediate as othersTurn } from 'node:timers/promises';

/** Longer work would be felt by whoever waits for a page. */
const workMs = 10;

/**
 * For work that would hold up the whole process: awaited between its steps, the function returned lets everything else
 * that waits have its turn, once every {@link workMs}.
 */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < workMs) return;
    await othersTurn();
    since = performance.now();
  };
}
