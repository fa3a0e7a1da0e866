import { Problem } from '@/lib/platform/problem';
import { processSingleton } from '@/lib/platform/process-singleton';
import { withinTime } from '@/lib/platform/within-time';

/** Probes give up after some seconds, and should hear the reason before that. */
const probeTimeoutMs = 2_000;

/**
 * Asks a part of the system, and waits `timeoutMs` at most. While a question is unanswered it is not asked again:
 * later callers share it, so that probes of a part that hangs do not pile up on it.
 * @param name of the question, one per process
 * @throws Problem `unavailable` when there is no answer in time, else what `ask` throws
 */
export async function sharedWithTimeout<T>(
  name: string,
  ask: () => Promise<T>,
  timeoutMs = probeTimeoutMs,
): Promise<T> {
  const pending = processSingleton('questions', () => new Map<string, Promise<unknown>>());
  let answer = pending.get(name) as Promise<T> | undefined;
  if (answer === undefined) {
    answer = ask().finally(() => pending.delete(name));
    pending.set(name, answer);
  }
  const tooLate = () => new Problem('unavailable', `There was no answer within ${timeoutMs / 1000} s.`);
  return withinTime(answer, timeoutMs, tooLate);
}
