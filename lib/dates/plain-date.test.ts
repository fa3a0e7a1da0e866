import { plainDate } from './plain-date';

test.each([
  ['1889', { kind: 'year', year: '1889' }],
  ['c. 1665', { kind: 'circa', year: '1665' }],
  ['c1665', { kind: 'circa', year: '1665' }],
  ['about 1665', { kind: 'circa', year: '1665' }],
  ['1830–32', { kind: 'range', year: '1830', end: '32' }],
  ['1830-1832', { kind: 'range', year: '1830', end: '32' }],
  ['1899/1902', { kind: 'range', year: '1899', end: '1902' }],
  ['ca. 1830–32', { kind: 'circaRange', year: '1830', end: '32' }],
  ['before 1850', { kind: 'before', year: '1850' }],
  ['by 1850', { kind: 'before', year: '1850' }],
  ['After 1850', { kind: 'after', year: '1850' }],
  ['1920s', { kind: 'decade', year: '1920' }],
  ['19th century', { kind: 'century', century: '19', part: 'whole' }],
  ['early 19th century', { kind: 'century', century: '19', part: 'early' }],
  ['mid-17th century', { kind: 'century', century: '17', part: 'mid' }],
  ['first half of the 1st century', { kind: 'century', century: '1', part: 'firstHalf' }],
])('%s', (text, date) => {
  expect(plainDate(text)).toEqual(date);
});

test.each([
  '1889 (printed 1912)',
  '1850–30',
  'about before 1850',
  'Edo period',
  '1889?',
  '44 BCE',
  '天保2年頃',
  '',
])('what "%s" says does not fit, so it is shown as printed', (text) => {
  expect(plainDate(text)).toBeNull();
});
