import { FetchProblem, type FetchFault } from './fetch-problem';
import { polite } from './polite-client';
import { retryAfterMs } from './retry-after';
import { type WebClient } from './web-client';
import { type WebAnswer, type WebRequest } from './web-request';

const request: WebRequest = { type: 'json', bytesMax: 100, msMax: 1000 };
const body: WebAnswer = {
  kind: 'body',
  address: 'https://a.example/',
  validators: { etag: null, lastModified: null },
  bytes: Buffer.from('{}'),
  contentType: null,
};
const fails = (fault: FetchFault, retryAfter?: number) =>
  new FetchProblem(fault, fault, { retryAfterMs: retryAfter });

/** A client that gives these answers in turn, and notes when it was asked. */
function scripted(
  answers: readonly (WebAnswer | FetchProblem)[],
): WebClient & { readonly askedAtMs: number[] } {
  const askedAtMs: number[] = [];
  return {
    askedAtMs,
    get: () => {
      const answer = answers[askedAtMs.push(performance.now()) - 1] ?? body;
      return answer instanceof FetchProblem ? Promise.reject(answer) : Promise.resolve(answer);
    },
    close: () => Promise.resolve(),
  };
}

const waitsOf = ({ askedAtMs }: { askedAtMs: readonly number[] }) =>
  askedAtMs.slice(1).map((at, index) => at - (askedAtMs[index] ?? 0));

test.each<FetchFault>(['too-many-requests', 'server-failed', 'unreachable', 'too-slow', 'blocked'])(
  'A request that fails by "%s" is repeated, each time after a longer wait',
  async (fault) => {
    const client = scripted([fails(fault), fails(fault), fails(fault)]);
    const paces = { 'a.example': { concurrent: 2, everyMs: 0 } };
    await polite(client, { paces, firstWaitMs: 40, random: () => 1 }).get('https://a.example/', request);
    const [first = 0, second = 0, third = 0] = waitsOf(client);
    expect(first).toBeGreaterThanOrEqual(38);
    expect(second).toBeGreaterThanOrEqual(78);
    expect(third).toBeGreaterThanOrEqual(158);
  },
);

test.each<FetchFault>(['not-found', 'address-refused', 'too-large', 'wrong-type', 'refused'])(
  'A request that fails by "%s" is not repeated',
  async (fault) => {
    const client = scripted([fails(fault)]);
    await expect(polite(client).get('https://a.example/', request)).rejects.toMatchObject({ fault });
    expect(client.askedAtMs).toHaveLength(1);
  },
);

test('A request is given up after five attempts', async () => {
  const client = scripted(Array.from({ length: 9 }, () => fails('server-failed')));
  const impatient = polite(client, { firstWaitMs: 1 });
  await expect(impatient.get('https://a.example/', request)).rejects.toMatchObject({
    fault: 'server-failed',
  });
  expect(client.askedAtMs).toHaveLength(5);
});

test('A server that says how long to wait is obeyed, and one that asks for too long is not waited for', async () => {
  const obeyed = scripted([fails('too-many-requests', 120)]);
  await polite(obeyed, { firstWaitMs: 1 }).get('https://a.example/', request);
  expect(waitsOf(obeyed)[0]).toBeGreaterThanOrEqual(118);
  const later = scripted([fails('too-many-requests', 3_600_000)]);
  await expect(polite(later).get('https://a.example/', request)).rejects.toMatchObject({
    retryAfterMs: 3_600_000,
  });
  expect(later.askedAtMs).toHaveLength(1);
});

test('A host gets as many requests at a time as its pace says, with a pause between them; another does not wait', async () => {
  let underWay = 0;
  let most = 0;
  const startsMs: number[] = [];
  const slow: WebClient = {
    get: async (address) => {
      if (address.includes('b.example')) return body;
      startsMs.push(performance.now());
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 50));
      underWay -= 1;
      return body;
    },
    close: () => Promise.resolve(),
  };
  const client = polite(slow, { paces: { 'a.example': { concurrent: 2, everyMs: 20 } } });
  const first = Promise.all(Array.from({ length: 6 }, () => client.get('https://a.example/', request)));
  await client.get('https://b.example/', request);
  expect(startsMs.length).toBeLessThan(6);
  await first;
  expect(most).toBe(2);
  // Of the five waits one may be short on a busy machine, which starts a late request just before the next.
  const [, , middle] = waitsOf({ askedAtMs: startsMs }).sort((a, b) => a - b);
  expect(middle).toBeGreaterThanOrEqual(15);
});

test('Whoever gives up does not sit through a wait', async () => {
  const controller = new AbortController();
  const client = scripted([fails('too-many-requests', 100_000)]);
  const answer = polite(client).get('https://a.example/', { ...request, signal: controller.signal });
  setTimeout(() => controller.abort(new Error('enough')), 20);
  await expect(answer).rejects.toThrow('enough');
});

test.each([
  ['120', 120_000],
  [' 3 ', 3000],
  ['0', 0],
  ['Thu, 26 Nov 2026 10:00:30 GMT', 30_000],
  ['Thursday, 26-Nov-26 10:00:30 GMT', 30_000],
  ['Thu, 26 Nov 2026 09:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After "%s" is read as %s ms', (header, expected) => {
  expect(retryAfterMs(header, Date.UTC(2026, 10, 26, 10, 0, 0))).toBe(expected);
});
