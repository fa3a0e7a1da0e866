import { latestOnly } from './latest-only';

/** Work that ends when it is told to. */
function controlled() {
  const started: { input: string; signal: AbortSignal; end: () => void }[] = [];
  const queue = latestOnly<string>(
    (input, signal) => new Promise((resolve) => started.push({ input, signal, end: resolve })),
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { started, queue, settle };
}

test('one runs at a time, and of those that wait only the newest', async () => {
  const { started, queue, settle } = controlled();
  for (const input of ['a', 'b', 'c']) queue.offer(input);
  expect(started.map(({ input }) => input)).toEqual(['a']);
  started[0]?.end();
  await settle();
  expect(started.map(({ input }) => input)).toEqual(['a', 'c']);
  expect(queue.idle).toBe(false);
  started[1]?.end();
  await settle();
  expect(queue.idle).toBe(true);
});

test('when it is stopped, what runs is broken off and nothing follows', async () => {
  const { started, queue, settle } = controlled();
  queue.offer('a');
  queue.offer('b');
  queue.stop();
  expect(started[0]?.signal.aborted).toBe(true);
  started[0]?.end();
  await settle();
  queue.offer('c');
  expect(started).toHaveLength(1);
});
