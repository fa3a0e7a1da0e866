import { withinDecodeBudget } from './decode-budget';

/** A decode that goes on until it is told to end. */
function pending() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { decode: () => ended, end };
}

const large = { pixels: 50e6, sizeBytes: 2 ** 20 };
const megabytes = (count: number) => count * 2 ** 20;

test('Two large pictures are decoded one after the other, small ones beside them', async () => {
  const order: string[] = [];
  const first = pending();
  const run = (name: string, pixels: number, decode: () => Promise<void>) =>
    withinDecodeBudget({ ...large, pixels }, () => {
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

test('A decode that fails makes room for the next', async () => {
  await expect(withinDecodeBudget(large, () => Promise.reject(new Error('damaged')))).rejects.toThrow(
    'damaged',
  );
  await expect(withinDecodeBudget(large, async () => 'read')).resolves.toBe('read');
});

test('When too many undecoded bytes wait, the next is sent away for now', async () => {
  const first = pending();
  const running = withinDecodeBudget(large, first.decode);
  const waiting = Array.from({ length: 6 }, () =>
    withinDecodeBudget({ pixels: 50e6, sizeBytes: megabytes(25) }, async () => 'read'),
  );
  await expect(
    withinDecodeBudget({ pixels: 1e6, sizeBytes: megabytes(1) }, async () => 'read'),
  ).rejects.toMatchObject({
    kind: 'unavailable',
  });
  first.end();
  await running;
  await expect(Promise.all(waiting)).resolves.toHaveLength(6);
});
