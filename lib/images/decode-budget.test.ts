import { type Asker } from '@/lib/platform/request-context';
import { decodeLimits, withinDecodeBudget } from './decode-budget';

/** A decode that goes on until it is told to end. */
function pending() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { decode: () => ended, end };
}

const large = { pixels: 50e6, sizeBytes: 2 ** 20 };
const megabytes = (count: number) => count * 2 ** 20;
const visitor = (client: string, closed: AbortSignal | null = null): Asker => ({
  client,
  isCurator: false,
  closed,
});
const asVisitor = <T>(client: string, cost: typeof large, decode: () => Promise<T>, closed?: AbortSignal) =>
  withinDecodeBudget(cost, decode, 'decode', visitor(client, closed));

test('two large pictures are decoded one after the other, small ones beside them', async () => {
  const order: string[] = [];
  const first = pending();
  const run = (name: string, pixels: number, decode: () => Promise<void>) =>
    asVisitor(name, { ...large, pixels }, () => {
      order.push(`${name} begins`);
      return decode();
    }).then(() => void order.push(`${name} ends`));
  const all = [
    run('first', 50e6, first.decode),
    run('small', 5e6, async () => {}),
    run('second', 50e6, async () => {}),
  ];
  await all[1];
  expect(order).toEqual(['first begins', 'small begins', 'small ends']);
  first.end();
  await Promise.all(all);
  expect([...order.slice(3)].sort()).toEqual(['first ends', 'second begins', 'second ends']);
});

test('a visitor with one picture goes before the second of somebody with many', async () => {
  const order: string[] = [];
  const first = pending();
  const bomb = (name: string) => asVisitor('bomber', large, async () => void order.push(name));
  const running = asVisitor('bomber', large, first.decode);
  const bombs = [bomb('bomb 2'), bomb('bomb 3')];
  const honest = asVisitor('honest', large, async () => void order.push('honest'));
  const small = asVisitor('another', { pixels: 2e6, sizeBytes: 1 }, async () => void order.push('small'));
  first.end();
  await Promise.all([running, ...bombs, honest, small]);
  expect(order.indexOf('honest')).toBeLessThan(order.indexOf('bomb 2'));
  expect(order.indexOf('small')).toBeLessThan(order.indexOf('bomb 2'));
});

test("curators' pictures and renditions do not wait for visitors", async () => {
  const visitors = pending();
  const running = asVisitor('visitor', large, visitors.decode);
  const curator = { client: 'visitor', isCurator: true, closed: null };
  await expect(withinDecodeBudget(large, async () => 'read', 'decode', curator)).resolves.toBe('read');
  await expect(withinDecodeBudget(large, async () => 'made', 'render', visitor('v'))).resolves.toBe('made');
  visitors.end();
  await running;
});

test('a decode that fails makes room for the next', async () => {
  await expect(asVisitor('a', large, () => Promise.reject(new Error('damaged')))).rejects.toThrow('damaged');
  await expect(asVisitor('a', large, async () => 'read')).resolves.toBe('read');
});

test('a request whose sender has hung up leaves the line, and costs nobody its turn', async () => {
  const first = pending();
  const running = asVisitor('a', large, first.decode);
  const connection = new AbortController();
  const decoded: string[] = [];
  const left = asVisitor('b', large, async () => void decoded.push('left'), connection.signal);
  const next = asVisitor('c', large, async () => void decoded.push('next'));
  connection.abort();
  await expect(left).rejects.toThrow('closed the connection');
  first.end();
  await Promise.all([running, next]);
  expect(decoded).toEqual(['next']);
  await expect(asVisitor('b', large, async () => 'read', AbortSignal.abort())).rejects.toThrow('closed');
});

test('one client cannot fill the line: the next of it is refused for now, others still wait in it', async () => {
  const first = pending();
  const running = asVisitor('bomber', large, first.decode);
  const waiting = Array.from({ length: decodeLimits.clientWaitingMax }, () =>
    asVisitor('bomber', large, async () => 'read'),
  );
  const refusal = { kind: 'unavailable', extensions: { retryAfterSeconds: 10 } };
  await expect(asVisitor('bomber', large, async () => 'read')).rejects.toMatchObject(refusal);
  const bytes = { pixels: 50e6, sizeBytes: megabytes(40) };
  const heavy = asVisitor('heavy', bytes, async () => 'read');
  await expect(asVisitor('heavy', bytes, async () => 'read')).rejects.toMatchObject(refusal);
  const honest = asVisitor('honest', large, async () => 'read');
  first.end();
  await running;
  await expect(Promise.all([...waiting, heavy, honest])).resolves.toHaveLength(waiting.length + 2);
});

test('when too many undecoded bytes wait, the next is refused for now', async () => {
  const first = pending();
  const running = asVisitor('a', large, first.decode);
  const waiting = Array.from({ length: 3 }, (_, i) =>
    asVisitor(`client ${i}`, { pixels: 50e6, sizeBytes: megabytes(50) }, async () => 'read'),
  );
  await expect(
    asVisitor('another', { pixels: 1e6, sizeBytes: megabytes(1) }, async () => 'read'),
  ).rejects.toMatchObject({ kind: 'unavailable' });
  first.end();
  await running;
  await expect(Promise.all(waiting)).resolves.toHaveLength(3);
});

test('a picture that waits longer than is bearable is refused for now', async () => {
  jest.useFakeTimers();
  try {
    const first = pending();
    const running = asVisitor('a', large, first.decode);
    const waiting = asVisitor('b', large, async () => 'read');
    const refused = expect(waiting).rejects.toMatchObject({ kind: 'unavailable' });
    await jest.advanceTimersByTimeAsync(decodeLimits.waitMsMax);
    await refused;
    first.end();
    await running;
  } finally {
    jest.useRealTimers();
  }
});
