import { processSingleton } from '@/lib/platform/memo';
import { Problem } from '@/lib/platform/problem';

/** Whoever probes gives up himself after some seconds, and should have been told why by then. */
const proberPatienceMs = 2_000;

/**
 * Asks a part of the system, and waits `patienceMs` at most, two seconds where none is given. While a question is unanswered it is not asked again,
 * whoever comes shares it: probes of a part that hangs do not pile up on it.
 * @param name process-wide, of the question
 * @throws Problem `unavailable` when there is no answer in time, else what `question` throws
 */
export async function askSoon<T>(
  name: string,
  question: () => Promise<T>,
  patienceMs = proberPatienceMs,
): Promise<T> {
  const asked = processSingleton('questions', () => new Map<string, Promise<unknown>>());
  let answer = asked.get(name) as Promise<T> | undefined;
  if (answer === undefined) {
    answer = question().finally(() => asked.delete(name));
    asked.set(name, answer);
  }
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const refuse = () =>
      reject(new Problem('unavailable', `There was no answer within ${patienceMs / 1000} s.`));
    timer = setTimeout(refuse, patienceMs);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
    // Nobody may be left who waits for it.
    answer.catch(() => undefined);
  }
}
