import { representationFor } from './representation';

const iiif = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"';
const wanted = (accept: string | null, as?: 'iiif' | 'json') =>
  representationFor(new Request('http://gafu.test/', accept === null ? {} : { headers: { accept } }), as, [
    'json',
    'iiif',
  ]);

test.each([
  [null, 'json'],
  ['*/*', 'json'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json'],
  [iiif, 'iiif'],
  ['application/ld+json; profile="http://iiif.io/api/presentation/3/context.json"; q=0.9', 'iiif'],
  [`application/json, ${iiif}`, 'json'],
  [`application/json;q=0.5, ${iiif};q=0.8`, 'iiif'],
  [`${iiif};q=0, application/json`, 'json'],
])('a client that accepts %s gets %s', (accept, expected) => expect(wanted(accept)).toBe(expected));

test('the address has the last word', () => {
  expect(wanted('application/json', 'iiif')).toBe('iiif');
  expect(wanted(iiif, 'json')).toBe('json');
});
