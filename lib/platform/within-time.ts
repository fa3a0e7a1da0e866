/**
 * Waits for an answer, for so long at most. The work itself goes on, and nobody need handle what it throws afterwards.
 * @param tooLate the error that there is then
 */
export async function withinTime<T>(answer: Promise<T>, msMax: number, tooLate: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate()), msMax);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
    answer.catch(() => undefined);
  }
}
