import { parseManifest } from './manifest';

test('A row has what its columns say; the year may be any date that a museum prints', () => {
  const { rows, badRows, ignoredColumns } = parseManifest(
    '\uFEFFfile,Title,artist,year,phash\r\na.jpg,"Rain, Steam",J. M. W. Turner,c. 1844,ff00\r\n',
  );
  expect(rows).toMatchObject([
    {
      line: 2,
      file: 'a.jpg',
      details: { title: 'Rain, Steam', artist: 'J. M. W. Turner', dateText: 'c. 1844', year: 1844 },
    },
  ]);
  expect(badRows).toEqual([]);
  expect(ignoredColumns).toEqual(['phash']);
});

test('A work without a title is called after its file', () => {
  const { rows } = parseManifest('file\nhokusai/great_wave-01.jpg\n');
  expect(rows[0]?.details.title).toBe('great wave 01');
});

test('Bad rows are listed with their line, and the others stand', () => {
  const { rows, badRows } = parseManifest(
    `file,title\na.jpg,"Two\nlines"\n\nb.jpg,x,one too many\n,no file\nc.jpg,${'x'.repeat(301)}\nd.jpg,"bro"ken"\ne.jpg,Good\n`,
  );
  expect(rows.map(({ line, file }) => [line, file])).toEqual([
    [3, 'a.jpg'],
    [9, 'e.jpg'],
  ]);
  expect(badRows.map(({ line }) => line).sort()).toEqual([5, 6, 7, 8]);
  expect(badRows.map(({ reason }) => reason).join('\n')).toMatch(/"file" is empty[^]*at most 300 characters/);
});

test.each([
  ['', /no column "file"/],
  ['name,title\na.jpg,x\n', /no column "file".*name, title/],
  ['file,title,title\na,b,c\n', /"title" twice/],
])('What is no manifest is refused: %p', (text, says) => {
  expect(() => parseManifest(text)).toThrow(says);
});
