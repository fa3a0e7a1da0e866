import { altText, dateLabel, worksLabel } from './artwork-label';

const work = { title: 'Sea', artist: null, movement: null, subject: null, dateText: null, year: null };

test('a date is printed as the museum writes it, else from the year', () => {
  expect(dateLabel({ dateText: 'about 1889', year: 1889 })).toBe('about 1889');
  expect(dateLabel({ dateText: null, year: 1889 })).toBe('1889');
  expect(dateLabel({ dateText: null, year: -480 })).toBe('480 BCE');
  expect(dateLabel({ dateText: null, year: null })).toBeNull();
});

test('the text alternative says what is known and no more', () => {
  expect(altText(work)).toBe('Sea');
  expect(altText({ ...work, artist: 'Ada', movement: 'Cubism', subject: 'boat' })).toBe(
    'Sea by Ada (Cubism, subject: boat)',
  );
});

test('works are counted in words', () => {
  expect(worksLabel(1)).toBe('1 work');
  expect(worksLabel(2646)).toBe('2,646 works');
});
