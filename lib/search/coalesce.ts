/**
 * Lets many callers share one run of a task, while each still gets a run that began after its call: whoever calls
 * during a run waits, with all others that do, for the next one. So what a caller wrote before is always seen.
 */
export function coalesce<T>(task: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<T> | null = null;
  return () => {
    if (waiting === null) {
      waiting = last.then(() => {
        waiting = null;
        return task();
      });
      last = waiting.catch(() => undefined);
    }
    return waiting;
  };
}
