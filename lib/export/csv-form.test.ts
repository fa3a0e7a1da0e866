import { parseList } from '@/lib/lists/list';
import { csvHeader, csvLine, fieldsOfRow, foreignColumns } from './csv-form';
import { exportForm, type ExportedWork } from './exported-work';

const work: ExportedWork = {
  format: exportForm,
  id: 'k3v9q2mwta',
  file: 'pictures/k3v9q2mwta.jpg',
  pictureSha256: 'ab'.repeat(32),
  publication: 'draft',
  addedAt: '2020-02-29T12:34:56.789Z',
  titles: [{ text: 'Rain, "Steam"; and\nSpeed', language: 'en' }],
  makers: [],
  date: null,
  year: -500,
  yearFrom: -500,
  yearTo: null,
  movements: ['Ukiyo-e, late', '[x]'],
  genres: [],
  subjects: ['海'],
  medium: null,
  technique: null,
  dimensions: null,
  heightCm: 25.7,
  widthCm: null,
  kind: null,
  placeMade: null,
  collection: null,
  accessionNumber: null,
  creditLine: null,
  rights: null,
  rightsUrl: null,
  sourceUrl: null,
  descriptions: [],
  altTexts: [],
  crop: { x: 0.1, y: 0, width: 0.5, height: 1 },
  sources: [],
};

function rowOf(given: Partial<ExportedWork>): Readonly<Record<string, string>> {
  const { rows, columns } = parseList(Buffer.from(csvHeader + csvLine({ ...work, ...given })), 'works.csv');
  expect(foreignColumns(columns)).toEqual([]);
  return rows[0]?.values ?? {};
}

test('What is one value is plain, what may be several is JSON, and reading gives both back', () => {
  const row = rowOf({});
  expect(row).toMatchObject({ height_cm: '25.7', movements: '["Ukiyo-e, late","[x]"]', genres: '' });
  expect(fieldsOfRow(row)).toMatchObject({
    titles: work.titles,
    movements: work.movements,
    subjects: work.subjects,
    crop: work.crop,
    addedAt: work.addedAt,
    genres: null,
    medium: null,
  });
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  "'=quoted",
  "''-quoted twice",
  "'tis",
  "'",
  'a,b;c\td',
  '"a"',
  'a "b" c',
  '神奈川',
  '0012',
  '[1]',
  'sep=;',
])('A spreadsheet does not run %s, and it comes back as it was', (medium) => {
  const row = rowOf({ medium });
  expect(row.medium).not.toMatch(/^[=+\-@]/);
  expect(fieldsOfRow(row).medium).toBe(medium);
});

test('A cell that a spreadsheet has cut off is refused by its column', () => {
  expect(() => fieldsOfRow({ titles: '[{"text":"Rain, St' })).toThrow(/^titles is not JSON.*cut off/);
});
