import iconv from 'iconv-lite';
import { parseList } from './list';

const utf8 = (text: string) => Buffer.from(text);
const read = (text: string) => parseList(utf8(text), 'works.csv');

describe('Encodings', () => {
  const rows = 'file,title\na.jpg,';
  test.each([
    ['utf-8', '神奈川沖浪裏 – Käthe – Чёрный'],
    ['utf-16le', '神奈川沖浪裏 – Käthe'],
    ['utf-16be', '神奈川沖浪裏 – Käthe'],
    ['windows-1252', 'Käthe’s “Œuvre” – €'],
    ['iso-8859-1', 'Käthe'],
    ['iso-8859-2', 'Łódź'],
    ['iso-8859-15', 'Œuvre'],
    ['windows-1250', 'Příběh'],
    ['windows-1251', 'Чёрный квадрат'],
    ['windows-1253', 'Γύζης'],
    ['koi8-r', 'Чёрный квадрат'],
    ['macintosh', 'L’été'],
    ['ibm850', 'Käthe'],
    ['shift_jis', '神奈川沖浪裏～①髙'],
    ['euc-jp', '神奈川沖浪裏'],
    ['gb18030', '清明上河图'],
    ['big5', '谿山行旅圖'],
    ['euc-kr', '인왕제색도'],
  ])('%s is read if it is named', (encoding, title) => {
    const list = parseList(iconv.encode(rows + title, encoding, { addBOM: false }), 'works.csv', encoding);
    expect(list.rows).toEqual([{ line: 2, file: 'a.jpg', values: { file: 'a.jpg', title } }]);
    expect(list.encoding).toBe(encoding);
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'])('%s is known by its byte order mark', (encoding) => {
    const list = parseList(iconv.encode(`${rows}Käthe`, encoding, { addBOM: true }), 'works.csv');
    expect(list).toMatchObject({
      encoding,
      columns: ['file', 'title'],
      rows: [{ values: { title: 'Käthe' } }],
    });
  });

  test.each([
    ['latin1', 'iso-8859-1'],
    ['Windows 1252', 'windows-1252'],
    ['cp1252', 'windows-1252'],
    ['ANSI', 'windows-1252'],
    ['SJIS', 'shift_jis'],
    ['Shift-JIS', 'shift_jis'],
    ['cp932', 'shift_jis'],
    ['UTF8', 'utf-8'],
    ['GB2312', 'gb18030'],
    ['EUC_JP', 'euc-jp'],
    ['MacRoman', 'macintosh'],
  ])('%s is another name of %s', (name, encoding) => {
    expect(parseList(utf8('file\na.jpg\n'), 'works.csv', name).encoding).toBe(encoding);
  });

  test.each([
    [
      'windows-1252',
      'Käthe',
      /^works\.csv is not UTF-8: line 3 .*seems to be windows-1252, .*"b\.jpg,Käthe".*--encoding windows-1252/,
    ],
    [
      'shift_jis',
      '神奈川沖浪裏',
      /line 3 .*seems to be shift_jis, .*"b\.jpg,神奈川沖浪裏".*--encoding shift_jis/,
    ],
    ['utf-16le', 'x', /not UTF-8.*seems to be utf-16le, .*"file,title".*--encoding utf-16le/],
  ])('%s that is not named is recognised, and not guessed silently', (encoding, title, says) => {
    const bytes = iconv.encode(`file,title\na.jpg,A\nb.jpg,${title}\n`, encoding, { addBOM: false });
    expect(() => parseList(bytes, 'works.csv')).toThrow(says);
  });

  test('A list that is not in the named encoding is refused, and so is an encoding that there is not', () => {
    const bytes = iconv.encode('file,title,artist\na.jpg,Étude,André\n', 'windows-1252');
    expect(() => parseList(bytes, 'works.csv', 'shift_jis')).toThrow(
      /is not SHIFT_JIS: line 2 .*windows-1252/,
    );
    expect(() => parseList(bytes, 'works.csv', 'klingon')).toThrow(
      /no encoding "klingon"\. Allowed: utf-8, .*windows-1252, .*shift_jis/,
    );
  });
});

describe('Separators', () => {
  test.each([
    ['a comma', 'file,title,artist\na.jpg,"Rain, Steam",Turner\n'],
    ['a semicolon', 'file;title;artist\na.jpg;Rain, Steam;Turner\n'],
    ['a tab', 'file\ttitle\tartist\na.jpg\tRain, Steam\tTurner\n'],
    ['sep=', 'sep=;\nfile;title;artist\na.jpg;Rain, Steam;Turner\n'],
    ['sep= of any other character', 'sep=|\r\nfile|title|artist\r\na.jpg|Rain, Steam|Turner\r\n'],
    [
      'a semicolon, though names of columns have commas',
      'file;title;artist, or maker\na.jpg;Rain, Steam;Turner\n',
    ],
    ['ends of lines as an old Mac writes them', 'file,title,artist\ra.jpg,"Rain, Steam",Turner\r'],
    ['ends of lines that are not all the same', 'file,title,artist\na.jpg,"Rain, Steam",Turner\r\n'],
  ])('%s', (_, text) => {
    const [row] = read(text).rows;
    expect(Object.values(row?.values ?? {})).toEqual(['a.jpg', 'Rain, Steam', 'Turner']);
  });

  test('A list of one column needs none, whatever its names have in them', () => {
    expect(read('file\na, b; c.jpg\n"d, e.jpg"\n').rows.map(({ file }) => file)).toEqual([
      'a, b; c.jpg',
      'd, e.jpg',
    ]);
  });
});

test('Column names are found in any case, with blanks, a second mark or quotes around them', () => {
  const { columns, rows } = read('\uFEFF\uFEFF FILE ,"Title", artist\u00a0\na.jpg,T,A\n');
  expect(columns).toEqual(['file', 'title', 'artist']);
  expect(rows[0]?.values).toEqual({ file: 'a.jpg', title: 'T', artist: 'A' });
});

test('Lines with nothing but separators and blanks are passed over', () => {
  const { rows, refused } = read('\n,,\nfile,title,\n\na.jpg,A,\n,,\n , ,\n\n"",,\nb.jpg,B,\n,,\n');
  expect(rows.map(({ line, file }) => [line, file])).toEqual([
    [5, 'a.jpg'],
    [10, 'b.jpg'],
  ]);
  expect(refused).toEqual([]);
});

test('Values that are left out at the end of a line are unknown', () => {
  expect(read('file,title,artist\na.jpg\n').rows[0]?.values).toEqual({
    file: 'a.jpg',
    title: '',
    artist: '',
  });
});

test('A row is known by the line that it begins on', () => {
  expect(read('sep=,\nfile,title\na.jpg,"Two\r\nlines"\nb.jpg,B\n').rows).toMatchObject([
    { line: 3, values: { title: 'Two\nlines' } },
    { line: 5 },
  ]);
});

test('Quotation marks inside a text stand for themselves if it does not begin with one', () => {
  const { rows, refused } = read('file,title,size\na.jpg,"Rain, Steam",15" × 20"\nb.jpg,The "Great" Wave,\n');
  expect(rows.map(({ values }) => [values.title, values.size])).toEqual([
    ['Rain, Steam', '15" × 20"'],
    ['The "Great" Wave', ''],
  ]);
  expect(refused).toEqual([]);
});

describe('One mistake is one message, and the other rows stand', () => {
  test.each([
    [
      'a blank before a quotation mark',
      'x.jpg, "Rain, Steam"',
      'the text in quotes must begin right after the comma',
    ],
    [
      'a text in quotes that does not end',
      'x.jpg,"Rain, Steam',
      /^the text in quotes that begins on this line has no/,
    ],
    [
      'a mark inside quotes that is written once',
      'x.jpg,"bro"ken"',
      /^after the text in quotes a comma or the end of the line must follow/,
    ],
    ['words after a text in quotes', 'x.jpg,"Rain" or Steam', /^after the text in quotes/],
    [
      'a text of two lines with a mark written once',
      'x.jpg,"Two\nlines of "it""',
      /^after the text in quotes/,
    ],
    [
      'a comma too many',
      'x.jpg,Rain, Steam',
      'it has 3 values for 2 columns; a text with a comma in it must be in quotes',
    ],
    ['no file', ',Rain', 'the column "file" is empty'],
  ])('%s', (_, broken, reason) => {
    const { rows, refused } = read(`file,title\na.jpg,A\n${broken}\nb.jpg,"B"\nc.jpg,C\n`);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.line).toBe(3);
    expect(refused[0]?.reason).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason));
    expect(rows.map(({ file }) => file)).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
  });

  test('A text in quotes that never ends costs its own line only', () => {
    const { rows, refused } = read('file,title\na.jpg,"A\nb.jpg,B\nc.jpg,C\n');
    expect(refused.map(({ line }) => line)).toEqual([2]);
    expect(rows.map(({ file }) => file)).toEqual(['b.jpg', 'c.jpg']);
  });

  test('The separator is called what it is', () => {
    expect(read('file;title\nx.jpg; "Rain"\n').refused[0]?.reason).toMatch(/right after the semicolon/);
    expect(read('file\ttitle\nx.jpg\tRain\tSteam\n').refused[0]?.reason).toMatch(/with a tab in it/);
  });

  test('Two thousand broken rows are read in seconds', () => {
    const started = performance.now();
    expect(read(`file,title\n${'x.jpg, "R"\n'.repeat(2_000)}`).refused).toHaveLength(2_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

test.each([
  ['', /works\.csv has no column "file".*it is empty/],
  ['\n\n', /has no column "file".*it is empty/],
  ['name,title\na.jpg,x\n', /no column "file".*reads: name, title/],
  [
    'file, "title"\na.jpg,x\n',
    /line 1, which names the columns: the text in quotes must begin right after the comma/,
  ],
])('What is no list is refused in one sentence: %j', (text, says) => {
  expect(() => read(text)).toThrow(says);
});
