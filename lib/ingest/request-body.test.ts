import { limitedBody, receivingLimits, receivingShares } from './request-body';

const asker = (client: string) => ({ client, isCurator: false, closed: null });

/** A request whose body comes when the test sends it. */
function sending() {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => void (cancelled = true),
  });
  const request = new Request('http://gafu.test/', { method: 'POST', body, ...{ duplex: 'half' } });
  return {
    request,
    send: (sizeBytes: number) => controller?.enqueue(Buffer.alloc(sizeBytes)),
    end: () => controller?.close(),
    isCancelled: () => cancelled,
  };
}

const gibibyte = 2 ** 30;

async function lengthOf(body: AsyncGenerator<Uint8Array>): Promise<number> {
  let length = 0;
  for await (const chunk of body) length += chunk.byteLength;
  return length;
}

/** Begins to receive, and goes on until what was sent is there. */
async function hold(client: string, sizeBytes: number) {
  const sender = sending();
  const body = limitedBody(sender.request, gibibyte, gibibyte, asker(client));
  sender.send(sizeBytes);
  await body.next();
  return { ...sender, body };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a sender that stops is cut off, and what it held is free again', async () => {
  const { body, isCancelled } = await hold('staller', receivingShares().clientBytesMax);
  const refused = expect(body.next()).rejects.toMatchObject({ kind: 'too-slow' });
  await jest.advanceTimersByTimeAsync(receivingLimits.idleMsMax);
  await refused;
  expect(isCancelled()).toBe(true);
  const next = await hold('staller', receivingShares().clientBytesMax);
  await next.body.return(undefined);
});

test('a sender that trickles is cut off after a while', async () => {
  const { body, send } = await hold('trickler', 1);
  const refused = expect(lengthOf(body)).rejects.toMatchObject({ kind: 'too-slow' });
  for (let second = 0; second <= receivingLimits.rateGraceMs / 1000; second += 1) {
    await jest.advanceTimersByTimeAsync(1000);
    send(receivingLimits.bytesPerSecondMin / 2);
  }
  await jest.advanceTimersByTimeAsync(0);
  await refused;
});

test('a slow but steady sender is not cut off', async () => {
  const { body, send, end } = await hold('steady', 1);
  const whole = lengthOf(body);
  for (let second = 0; second < 60; second += 1) {
    await jest.advanceTimersByTimeAsync(1000);
    send(receivingLimits.bytesPerSecondMin + 10);
  }
  end();
  await expect(whole).resolves.toBe(60 * (receivingLimits.bytesPerSecondMin + 10));
});

test('six bodies that one client stops just before their end leave room for everybody else', async () => {
  const sixth = Math.floor((128 * 2 ** 20) / 6) - 1024;
  const stalled = await Promise.allSettled(Array.from({ length: 6 }, () => hold('staller', sixth)));
  const refused = stalled.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const one of refused) expect(one).toMatchObject({ reason: { kind: 'unavailable' } });
  const honest = await hold('honest', 25 * 2 ** 20);
  honest.end();
  await expect(lengthOf(honest.body)).resolves.toBe(0);
  for (const one of stalled) if (one.status === 'fulfilled') await one.value.body.return(undefined);
});

test('all together hold no more than the process allows', async () => {
  const { clientBytesMax, bytesMax } = receivingShares();
  const full = Math.floor(bytesMax / clientBytesMax);
  const held = [];
  for (let i = 0; i < full; i += 1) held.push(await hold(`client ${i}`, clientBytesMax));
  await expect(hold('one more', clientBytesMax)).rejects.toMatchObject({
    kind: 'unavailable',
    extensions: { retryAfterSeconds: 10 },
  });
  for (const { body } of held) await body.return(undefined);
});
