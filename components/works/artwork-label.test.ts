import { createTranslator } from 'next-intl';
import { english } from '@/tests/support/english';
import { altText, dateLabel, makerLabel, titleLabel } from './artwork-label';
import { unknownMaker } from '@/lib/ingest/detail-lists';
import { someDetails } from '@/tests/support/artworks';

const t = createTranslator({ ...english, namespace: 'artwork' });
const work = { title: 'Sea', ...someDetails({ title: 'Sea' }) };
const { makers } = someDetails({ artist: 'Ada' });

test('a date is printed as the museum writes it, or else from the year', () => {
  expect(dateLabel(t, { dateText: 'about 1889', year: 1889 })).toBe('about 1889');
  expect(dateLabel(t, { dateText: null, year: 1889 })).toBe('1889');
  expect(dateLabel(t, { dateText: null, year: -480 })).toBe('480 BCE');
  expect(dateLabel(t, { dateText: null, year: null })).toBeNull();
});

test('the line under a title names the artist and the date', () => {
  expect(makerLabel(t, { makers, dateText: null, year: 1889 })).toBe('Ada, 1889');
  expect(makerLabel(t, work)).toBe('Unknown artist');
});

test('a maker who did not certainly make the work is named with what is certain', () => {
  const { makers } = someDetails({
    titles: [{ text: 'Sea', language: null }],
    makers: [
      { ...unknownMaker, name: 'Rembrandt', qualifier: 'workshop-of' },
      { ...unknownMaker, name: 'French painter', qualifier: 'unknown' },
    ],
  });
  expect(titleLabel(t, { titles: [{ text: 'Sea', language: null }], makers })).toBe(
    'Sea by workshop of Rembrandt, French painter',
  );
});

test('the text alternative says what is known and no more', () => {
  expect(altText(t, work)).toBe('Sea');
  expect(altText(t, { ...work, makers, movements: ['Cubism'], subjects: ['boat', 'sail'] })).toBe(
    'Sea by Ada (Cubism, subject: boat, sail)',
  );
  const given = [{ text: 'A boat on a calm sea', language: 'en' }];
  expect(altText(t, { ...work, altTexts: given })).toBe('A boat on a calm sea');
});

test('works are counted in words', () => {
  expect(t('count', { count: 1 })).toBe('1 work');
  expect(t('count', { count: 2646 })).toBe('2,646 works');
});
