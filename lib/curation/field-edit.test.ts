import { parseArtworkDetails } from '@/lib/ingest/details';
import { editDetails, parseFieldEdit } from './field-edit';

const details = parseArtworkDetails({
  title: 'Regatta',
  artist: 'Armand Tessier; Ada',
  subject: 'Sea; Boats',
  date: 'about 1890',
  rights: 'CC0 1.0',
  altText: 'Boats on a choppy sea',
});
const edited = (field: string, way: string, value = '') =>
  editDetails(details, parseFieldEdit({ field, way, value }));

test('values are added once, whatever their case, and removed', () => {
  expect(edited('subjects', 'add', 'sea; Sky').subjects).toEqual(['Sea', 'Boats', 'Sky']);
  expect(edited('subjects', 'remove', 'SEA; Moon').subjects).toEqual(['Boats']);
  expect(edited('subjects', 'set', 'Sky').subjects).toEqual(['Sky']);
  expect(edited('subjects', 'clear').subjects).toEqual([]);
});

test('a maker is removed by name, and those who stay keep what is said of them', () => {
  const workshop = {
    ...details.makers[1],
    name: 'Rembrandt',
    qualifier: 'workshop-of' as const,
    birthYear: 1606,
  };
  const work = parseArtworkDetails({ ...details, makers: [...details.makers, workshop] });
  const edit = parseFieldEdit({ field: 'makers', way: 'remove', value: 'armand tessier' });
  expect(editDetails(work, edit).makers).toMatchObject([
    { name: 'Ada', qualifier: null },
    { name: 'Rembrandt', qualifier: 'workshop-of', birthYear: 1606 },
  ]);
});

test('what follows from a field changes with it', () => {
  expect(edited('dateText', 'set', '1830–32')).toMatchObject({ dateText: '1830–32', year: 1830 });
  expect(edited('dateText', 'clear')).toMatchObject({ dateText: null, year: null });
  expect(edited('rights', 'set', 'In copyright')).toMatchObject({
    rights: 'In Copyright',
    rightsUrl: 'http://rightsstatements.org/vocab/InC/1.0/',
  });
  expect(edited('rights', 'clear')).toMatchObject({ rights: null, rightsUrl: null });
});

test('all else stays', () => {
  expect(edited('medium', 'set', 'oil on canvas')).toEqual({ ...details, medium: 'oil on canvas' });
  expect(edited('altTexts', 'clear')).toEqual({ ...details, altTexts: [] });
});

test.each([
  ['titles', 'set', 'Same', /field: got "titles"; allowed is one of makers, movements/],
  ['medium', 'add', 'oil', /for medium set or clear/],
  ['descriptions', 'set', 'Text', /for descriptions clear/],
  ['medium', 'set', '  ', /There is no value to set/],
  ['medium', 'set', 'x'.repeat(201), /at most 200 characters/],
  ['sourceUrl', 'set', 'example.org', /must be an address/],
])('%s cannot be edited by "%s" to "%s"', (field, way, value, reason) => {
  expect(() => parseFieldEdit({ field, way, value })).toThrow(reason);
});

test('a work that would have too many values refuses the edit', () => {
  const many = parseArtworkDetails({
    title: 'Full',
    movements: Array.from({ length: 20 }, (_, i) => `Movement ${i}`),
  });
  const edit = parseFieldEdit({ field: 'movements', way: 'add', value: 'One more' });
  expect(() => editDetails(many, edit)).toThrow(/at most 20 values/);
});
