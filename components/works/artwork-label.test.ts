import { createTranslator } from 'next-intl';
import { english } from '@/tests/support/english';
import { altText, dateLabel, makerLabel } from './artwork-label';

const t = createTranslator({ ...english, namespace: 'artwork' });
const work = { title: 'Sea', artist: null, movement: null, subject: null, dateText: null, year: null };

test('a date is printed as the museum writes it, or else from the year', () => {
  expect(dateLabel(t, { dateText: 'about 1889', year: 1889 })).toBe('about 1889');
  expect(dateLabel(t, { dateText: null, year: 1889 })).toBe('1889');
  expect(dateLabel(t, { dateText: null, year: -480 })).toBe('480 BCE');
  expect(dateLabel(t, { dateText: null, year: null })).toBeNull();
});

test('the line under a title names the artist and the date', () => {
  expect(makerLabel(t, { artist: 'Ada', dateText: null, year: 1889 })).toBe('Ada, 1889');
  expect(makerLabel(t, work)).toBe('Unknown artist');
});

test('the text alternative says what is known and no more', () => {
  expect(altText(t, work)).toBe('Sea');
  expect(altText(t, { ...work, artist: 'Ada', movement: 'Cubism', subject: 'boat' })).toBe(
    'Sea by Ada (Cubism, subject: boat)',
  );
});

test('works are counted in words', () => {
  expect(t('count', { count: 1 })).toBe('1 work');
  expect(t('count', { count: 2646 })).toBe('2,646 works');
});
