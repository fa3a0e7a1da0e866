import { type ArtworkEdit } from '@/lib/catalog/artwork-edits.repository';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { markEdit, mergeEdits } from './edit-fields';
import { editFrom, formOf } from './work-form';

const edit = (more: object = {}, rest: Partial<ArtworkEdit> = {}): ArtworkEdit => ({
  ...parseArtworkDetails({ title: 'Wave', ...more }),
  publication: 'published',
  crop: null,
  ...rest,
});

const full = edit(
  {
    titles: [
      { text: '神奈川沖浪裏', language: 'ja' },
      { text: 'Under the Wave', language: 'en' },
    ],
    makers: [
      { name: 'Hokusai', birthYear: 1760, deathYear: 1849, wikidataId: 'Q5586', role: 'designer' },
      { name: 'Eijudo', role: 'publisher', qualifier: 'possibly' },
    ],
    subjects: ['sea', 'boats'],
    date: 'about 1831',
    year: 1832,
    dimensions: '25.7 × 37.9 cm',
    heightCm: 25.7,
    rights: 'CC0',
    descriptions: [{ text: 'Two\n\nparagraphs', language: null }],
  },
  { publication: 'draft', crop: { x: 0.1, y: 0.25, width: 0.5, height: 0.3333 } },
);

test('a form says all of a work, and nothing is changed by sending it back', () => {
  const sent = Object.fromEntries(
    Object.entries(formOf(full)).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
  );
  expect(markEdit(editFrom(sent))).toEqual(markEdit(full));
  expect(editFrom(sent)).toMatchObject({ year: 1832, rightsUrl: full.rightsUrl, crop: full.crop });
});

test('a well-known statement is chosen, another one is written', () => {
  expect(formOf(full)['rights.statement']).toBe('https://creativecommons.org/publicdomain/zero/1.0/');
  const own = edit({ rights: '© The Museum', rightsUrl: 'https://museum.example/rights' });
  expect(formOf(own)).toMatchObject({ 'rights.statement': 'other', 'rights.label': '© The Museum' });
  expect(editFrom(formOf(own))).toMatchObject({ rights: own.rights, rightsUrl: own.rightsUrl });
  expect(editFrom({ ...formOf(full), 'rights.statement': '' }).rights).toBeNull();
});

test('cleared rows are left out, and another name leaves years and identifiers behind', () => {
  const fields = { ...formOf(full), 'titles.0.text': ' ', 'makers.0.name': 'Hiroshige', 'makers.1.name': '' };
  const { titles, makers } = editFrom(fields);
  expect(titles).toEqual([{ text: 'Under the Wave', language: 'en' }]);
  expect(makers).toMatchObject([{ name: 'Hiroshige', birthYear: null, wikidataId: null, role: 'designer' }]);
});

test.each([
  ['half', '0', '0', '100'],
  ['10', '10', '95', '50'],
  ['0', '0', '11', '50'],
  ['', '0', '50', '50'],
])('a crop of %s, %s, %s, %s is refused with what is allowed', (x, y, width, height) => {
  const crop = { 'crop.x': x, 'crop.y': y, 'crop.width': width, 'crop.height': height };
  expect(() => editFrom({ ...formOf(full), ...crop })).toThrow(/four numbers in percent/);
});

test('the whole picture is no crop', () => {
  const crop = { 'crop.x': '0', 'crop.y': '0', 'crop.width': '100', 'crop.height': '100' };
  expect(editFrom({ ...formOf(full), ...crop }).crop).toBeNull();
});

describe('two curators', () => {
  const base = markEdit(full);
  const [ours, theirs] = [
    { ...full, medium: 'woodblock', subjects: ['sea', 'Fuji'] },
    { ...full, technique: 'nishiki-e', subjects: ['sea', 'boats', 'wave'] },
  ];

  test('keep what only one of them has changed', () => {
    const {
      edit: merged,
      conflicts,
      theirs: kept,
    } = mergeEdits(theirs, { ...ours, subjects: full.subjects }, base);
    expect(merged).toMatchObject({ medium: 'woodblock', technique: 'nishiki-e', subjects: theirs.subjects });
    expect([conflicts, kept]).toEqual([[], ['subjects', 'technique']]);
  });

  test('are asked where both have changed the same field', () => {
    expect(mergeEdits(theirs, ours, base).conflicts).toEqual(['subjects']);
    // Choices count for the work that was shown with them, and not for one that has changed since.
    expect(mergeEdits(theirs, ours, base, { subjects: 'yours' }).conflicts).toEqual(['subjects']);
  });

  test.each([
    ['yours', ['sea', 'Fuji']],
    ['theirs', ['sea', 'boats', 'wave']],
    ['both', ['sea', 'boats', 'wave', 'Fuji']],
  ] as const)('can keep %s', (choice, subjects) => {
    const { edit: merged, conflicts } = mergeEdits(theirs, ours, markEdit(theirs), { subjects: choice });
    expect([merged.subjects, conflicts]).toEqual([subjects, []]);
  });
});
