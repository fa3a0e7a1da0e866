import { hashDistance } from '@/lib/images/hash-distance';
import { nearDuplicates } from './same-hashes';
import { sourceFamily } from './source-family';

test('the distance of two hashes is the number of bits in which they differ', () => {
  expect(hashDistance('00ff', '00ff')).toBe(0);
  expect(hashDistance('00ff', '01ff')).toBe(1);
  expect(hashDistance('0000', 'ffff')).toBe(16);
});

test('a missing hash is near nothing', () => {
  expect(hashDistance('', '')).toBe(Infinity);
  expect(nearDuplicates(['', '']).every((own) => own.size === 0)).toBe(true);
});

test('pictures that differ in few bits are each other’s near-duplicates', () => {
  const [first, second, third] = nearDuplicates(['bcac8565c52e7ab0', 'bcac8565c52e7ab3', '43537a9a3ad1854f']);
  expect([first, second, third].map((own) => [...(own ?? [])])).toEqual([[1], [0], []]);
});

test('a source family is what stands before the last colon, or the host of an address', () => {
  expect(sourceFamily('owner:repository:images/a.jpg')).toBe('owner:repository');
  expect(sourceFamily('https://museum.example/works/1')).toBe('museum.example');
  expect(sourceFamily('Rijksmuseum')).toBe('Rijksmuseum');
});
