import { coalesce } from './coalesce';

/** A task whose runs are ended by hand. */
function handRun() {
  const ends: (() => void)[] = [];
  let runs = 0;
  const task = coalesce(() => {
    const run = ++runs;
    return new Promise<number>((resolve) => ends.push(() => resolve(run)));
  });
  const started = async (count: number) => {
    while (ends.length < count) await Promise.resolve();
  };
  return { task, end: (run: number) => ends[run - 1]?.(), started };
}

test('callers during a run share the next one, which begins after the first has ended', async () => {
  const { task, end, started } = handRun();
  const first = task();
  await started(1);
  const later = [task(), task(), task()];
  end(1);
  await started(2);
  end(2);
  expect(await first).toBe(1);
  expect(await Promise.all(later)).toEqual([2, 2, 2]);
});

test('a run that fails is told to its own callers only', async () => {
  let failing = true;
  const task = coalesce(() => (failing ? Promise.reject(new Error('down')) : Promise.resolve('up')));
  await expect(task()).rejects.toThrow('down');
  failing = false;
  await expect(task()).resolves.toBe('up');
});
