import { inRequest } from '@/tests/support/some-request';
import { oncePerRequest } from './request-context';

test('a value is made once per request and key, also across awaits', async () => {
  let made = 0;
  const make = async () => ++made;
  const values = await inRequest(async () => {
    const both = await Promise.all([oncePerRequest('work a', make), oncePerRequest('work a', make)]);
    return [...both, await oncePerRequest('work a', make), await oncePerRequest('work b', make)];
  });
  expect(values).toEqual([1, 1, 1, 2]);
  expect(await inRequest(() => oncePerRequest('work a', make))).toBe(3);
});

test('a refusal is the same for everyone in the request', async () => {
  let asked = 0;
  const refuse = async () => {
    throw new Error(`refused ${++asked}`);
  };
  await inRequest(async () => {
    await expect(oncePerRequest('work a', refuse)).rejects.toThrow('refused 1');
    await expect(oncePerRequest('work a', refuse)).rejects.toThrow('refused 1');
  });
});

test('undefined and null are values like others', () => {
  const make = jest.fn(() => null);
  inRequest(() => [oncePerRequest('nothing', make), oncePerRequest('nothing', make)]);
  expect(make).toHaveBeenCalledTimes(1);
});

test('outside a request nothing is kept', () => {
  let made = 0;
  expect([oncePerRequest('work a', () => ++made), oncePerRequest('work a', () => ++made)]).toEqual([1, 2]);
});
