/**
 * Runs one piece of work at a time and of those that wait only the newest: results follow what is asked now, and
 * nothing piles up behind a slow answer.
 */
export function latestOnly<T>(work: (input: T, signal: AbortSignal) => Promise<void>) {
  let waiting: { input: T } | null = null;
  let running: AbortController | null = null;
  let stopped = false;

  const next = (): void => {
    const taken = waiting;
    if (stopped || running || !taken) return;
    waiting = null;
    const controller = new AbortController();
    running = controller;
    void work(taken.input, controller.signal).finally(() => {
      running = null;
      next();
    });
  };

  return {
    /** Takes the place of whatever waits. */
    offer(input: T): void {
      waiting = { input };
      next();
    },
    /** Nothing runs and nothing waits. */
    get idle(): boolean {
      return running === null && waiting === null;
    },
    /** Breaks off what runs, and takes nothing more. */
    stop(): void {
      stopped = true;
      waiting = null;
      running?.abort();
    },
  };
}
