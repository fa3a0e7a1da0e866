import { encodeNotice, readNotice } from './respond-with-page';

const notice = { title: 'Too large', detail: 'At most 25 MB — “please”.', fields: { title: '富士' } };
const headersOf = (text: string) => ({ get: () => text });

test('a notice survives its way through a header, in any script', () => {
  const text = encodeNotice(notice);
  expect(text).toMatch(/^[\w-]+$/);
  expect(readNotice(headersOf(text))).toEqual(notice);
});

test('fields too long for a header are cut, not refused', () => {
  const text = encodeNotice({ ...notice, fields: { title: 'Sea', description: 'x'.repeat(20_000) } });
  expect(text.length).toBeLessThan(12_000);
  expect(readNotice(headersOf(text))?.fields).toEqual({ title: 'Sea', description: 'x'.repeat(500) });
});

test('without a notice, or with one that cannot be read, there is none', () => {
  expect(readNotice({ get: () => null })).toBeNull();
  expect(readNotice(headersOf('!!'))).toBeNull();
});
