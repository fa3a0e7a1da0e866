import { conditionalResponse } from './conditional-response';

const ask = (ifNoneMatch: string | null, body: () => string | null) => {
  const headers = new Headers(ifNoneMatch === null ? [] : [['if-none-match', ifNoneMatch]]);
  const request = new Request('http://gafu.test/images/a/640.webp', { headers });
  return conditionalResponse(request, {
    etag: '"a-640"',
    headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'public' },
    body,
  });
};

test('a client without the representation gets it with its tag', async () => {
  const answer = await ask('"other"', () => 'bytes');
  expect([answer?.status, await answer?.text()]).toEqual([200, 'bytes']);
  expect(answer?.headers.get('etag')).toBe('"a-640"');
  expect(answer?.headers.get('content-type')).toBe('image/webp');
});

test('a client with it gets 304, and the body is not made', async () => {
  const body = jest.fn(() => 'bytes');
  const answer = await ask('"other", W/"a-640"', body);
  expect([answer?.status, await answer?.text()]).toEqual([304, '']);
  expect(answer?.headers.get('cache-control')).toBe('public');
  expect(answer?.headers.has('content-type')).toBe(false);
  expect(body).not.toHaveBeenCalled();
});

test('a star is 304 only for what exists', async () => {
  expect((await ask('*', () => 'bytes'))?.status).toBe(304);
  expect(await ask('*', () => null)).toBeNull();
});
