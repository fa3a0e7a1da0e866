import { parseList } from '@/lib/lists/list';
import { unreadDate, worksOf } from './works-list';

const works = (text: string) => worksOf(parseList(Buffer.from(text), 'works.csv'));

test('A row has what its columns say; the year may be any date that a museum prints', () => {
  const { rows, refused, ignoredColumns } = works(
    '\uFEFFfile,Title,artist,year,phash,\r\na.jpg,"Rain, Steam",J. M. W. Turner,c. 1844,ff00,\r\n',
  );
  expect(rows).toMatchObject([
    {
      line: 2,
      file: 'a.jpg',
      details: {
        titles: [{ text: 'Rain, Steam' }],
        makers: [{ name: 'J. M. W. Turner' }],
        dateText: 'c. 1844',
        year: 1844,
      },
    },
  ]);
  expect(refused).toEqual([]);
  expect(ignoredColumns).toEqual(['phash']);
});

test.each([
  ['hokusai/great_wave-01.jpg', 'great wave 01'],
  ['scans\\great wave.tiff', 'great wave'],
  ['.wave', '.wave'],
])('A work without a title is called after its file: %s', (file, title) => {
  expect(works(`file\n${file}\n`).rows[0]?.details.titles[0]?.text).toBe(title);
});

test('Only what the list has a column for is given for a work that is there, and a title only if it is written', () => {
  const [row] = works('file,title,artist,year\na.jpg,,,\n').rows;
  expect(row?.given).toEqual({ makers: [], dateText: null, year: null });
  expect(row?.details).toMatchObject({ titles: [{ text: 'a' }], rights: null });
});

test('Rows that cannot be used are listed with their line, and the others stand', () => {
  const { rows, refused } = works(
    `file,title\na.jpg,"Two\nlines"\n\nb.jpg,x,one too many\n,no file\nc.jpg,${'x'.repeat(301)}\nd.jpg,"bro"ken"\ne.jpg,Good\n`,
  );
  expect(rows.map(({ line, file }) => [line, file])).toEqual([
    [2, 'a.jpg'],
    [9, 'e.jpg'],
  ]);
  expect(refused.map(({ line }) => line).sort()).toEqual([5, 6, 7, 8]);
  expect(refused.map(({ reason }) => reason).join('\n')).toMatch(/"file" is empty[^]*at most 300 characters/);
});

test('A column that is there twice is refused', () => {
  expect(() => works('file,title,title\na,b,c\n')).toThrow(/works\.csv has the column "title" twice/);
});

test('Columns may have the names of the API; what is not a column is not read either', () => {
  const { rows, ignoredColumns } = works(
    'file,maker,date,heightCm,Credit_Line,altText,titles,genres_old\na.jpg,Ada,1889,50,Gift,A boat,Sea,x\n',
  );
  expect(rows[0]?.details).toMatchObject({
    titles: [{ text: 'Sea' }],
    makers: [{ name: 'Ada' }],
    dateText: '1889',
    heightCm: 50,
    creditLine: 'Gift',
    altTexts: [{ text: 'A boat' }],
  });
  expect(ignoredColumns).toEqual(['genres_old']);
});

test('Of two names of one column its own counts, and the other is said not to be used', () => {
  const { rows, ignoredColumns } = works('file,date,year\na.jpg,about 1700,1889\nb.jpg,about 1700,\n');
  expect(rows.map(({ details }) => details.dateText)).toEqual(['1889', null]);
  expect(ignoredColumns).toEqual(['date']);
});

test('Dates that could not be read are listed; those that say that there is none are not', () => {
  const { rows } = works(
    'file,title,year\na.jpg,A,fin XIXe siècle\nb.jpg,B,in my youth\nc.jpg,C,undated\nd.jpg,D,\ne.jpg,E,文政13年\n',
  );
  expect(rows.map(({ details }) => details.year)).toEqual([1867, null, null, null, 1830]);
  expect(rows.map(unreadDate)).toEqual([
    null,
    { line: 3, file: 'b.jpg', date: 'in my youth' },
    null,
    null,
    null,
  ]);
});
