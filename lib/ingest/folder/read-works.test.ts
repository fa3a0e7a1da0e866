import { Readable } from 'node:stream';
import { readWorks } from './read-works';

async function read(text: string | Buffer) {
  const bytes = Buffer.from(text);
  const file = {
    name: 'works.jsonl',
    bytes: () => Promise.resolve(bytes),
    stream: () => Readable.from([bytes]),
  };
  const { rows, total } = await readWorks(file);
  const all = [];
  for await (const row of rows) all.push(row);
  return { rows: all, total };
}

const exported = { format: 1, id: 'k3v9q2mwta', file: 'pictures/a.jpg', titles: [{ text: 'Sea' }] };

test('A line of JSON Lines is one work, in the names of the API', async () => {
  const { rows, total } = await read(
    '\uFEFF{"file":"a_b.jpg","makers":["Ada","Bea"],"date":"1830–32"}\r\n\n{"file":"b.jpg","title":"Sea"}',
  );
  expect(total).toBe(3);
  expect(rows).toMatchObject([
    {
      line: 1,
      file: 'a_b.jpg',
      details: { titles: [{ text: 'a b' }], makers: [{ name: 'Ada' }, { name: 'Bea' }] },
      given: { makers: [{}, {}], dateText: '1830–32', year: 1830 },
      exported: null,
    },
    { line: 3, details: { titles: [{ text: 'Sea' }] } },
  ]);
  expect(rows[0]).not.toHaveProperty('given.titles');
});

test('A JSON list of works is read too', async () => {
  expect(await read('[{"file":"a.jpg"}, 7, {"title":"No file"}]')).toMatchObject({
    total: 3,
    rows: [
      { file: 'a.jpg' },
      { line: 2, reason: /not a JSON object/ },
      { line: 3, reason: /"file" is missing/ },
    ].map((row) => ('reason' in row ? { ...row, reason: expect.stringMatching(row.reason ?? '') } : row)),
  });
});

test.each([
  ['{"file":"a.jpg",', /it is not JSON/],
  ['{"file":"a.jpg"} {}', /it is not JSON/],
  [
    JSON.stringify({ ...exported, format: 2 }),
    /format is of a newer Gafu: this one reads up to 1\. Update Gafu/,
  ],
  [JSON.stringify({ ...exported, id: '../x' }), /id must be the id of a work/],
  [JSON.stringify({ ...exported, id: undefined }), /id /],
  [JSON.stringify({ ...exported, pictureSha256: 'abc' }), /pictureSha256 must be 64 hexadecimal digits/],
  [JSON.stringify({ ...exported, publication: 'secret' }), /publication must be one of draft, published/],
  [JSON.stringify({ ...exported, addedAt: 'yesterday' }), /addedAt must be a time/],
  [JSON.stringify({ ...exported, crop: { x: 0.9, y: 0, width: 0.5, height: 1 } }), /crop must lie within/],
  [JSON.stringify({ ...exported, sources: 'met' }), /sources must be a list/],
  [JSON.stringify({ ...exported, titles: [{ text: 'x'.repeat(301) }] }), /at most 300 characters/],
  [JSON.stringify({ ...exported, makers: [{ id: 'm1' }] }), /makers/],
  [JSON.stringify({ ...exported, file: ' ' }), /"file" is missing/],
])('A bad line is refused with its reason, and the next stands: %s', async (line, reason) => {
  const { rows } = await read(`{"file":"first.jpg"}\n${line}\n${JSON.stringify(exported)}\n`);
  expect(rows).toMatchObject([
    { file: 'first.jpg' },
    { line: 2, reason: expect.stringMatching(reason) },
    { line: 3, exported: { id: exported.id } },
  ]);
});

test('Bytes that are no text cost their line only', async () => {
  const bytes = Buffer.concat([
    Buffer.from('{"file":"a.jpg"}\n{"x":"'),
    Buffer.from([0xe9]),
    Buffer.from('"}\n{"file":"b.jpg"}'),
  ]);
  const { rows } = await read(bytes);
  expect(rows).toMatchObject([{ line: 1 }, { reason: expect.stringMatching(/UTF-8/) }, { line: 3 }]);
});
