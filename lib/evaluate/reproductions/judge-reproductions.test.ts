import { figuresByKind, judgeOf } from './judge-reproductions';

const artists = ['Anna', 'Anna', 'Bela', 'Bela', 'Carl'];
const hashes = ['0000000000000000', '', '', '', ''];
const pictures = artists.map((artist, index) => ({
  file: `${index}.jpg`,
  path: `/${index}.jpg`,
  columns: { artist, phash: hashes[index] ?? '' },
}));
const embeddings = [
  [1, 0, 0],
  [0.8, 0.6, 0],
  [0, 1, 0],
  [0, 0.8, 0.6],
  [0, 0, 1],
].map((values) => Float32Array.from(values));

test('A reproduction that lies nearest its own picture finds it first, and keeps what the picture finds', () => {
  const [figures] = figuresByKind([
    judgeOf({ pictures, embeddings }, 'artist')(0, 'scan', [Float32Array.of(0.98, 0.199, 0)]),
  ]);
  expect(figures).toMatchObject({ kind: 'scan', queries: 1, own_first: 1, overlap_at_10: 1 });
  // One of the four others is by the same artist, and both find all four.
  expect(figures).toMatchObject({ precision_at_10: 0.25, clean_precision_at_10: 0.25 });
  expect(figures).toMatchObject({ absent_precision_at_10: 0.25 });
});

test('A reproduction that looks like another picture does not find its own first', () => {
  const judged = judgeOf({ pictures, embeddings }, 'artist')(0, 'frontal', [Float32Array.of(0, 1, 0)]);
  expect(judged.isOwnFirst).toBe(false);
});

test('A reproduction of a picture that is not there is not led by it', () => {
  const artists = [...'AAAAA', ...'BBBBBBBBBBBB'];
  const own = Float32Array.of(1, 0, 0, 0);
  const like = Float32Array.of(0.7, 0, 0.714, 0);
  const other = Float32Array.of(0, 1, 0, 0);
  const judge = judgeOf(
    {
      pictures: artists.map((artist, index) => ({
        file: `${index}`,
        path: `/${index}`,
        columns: { artist },
      })),
      embeddings: artists.map((artist, index) => (index === 0 ? own : artist === 'A' ? like : other)),
      ranking: 'expanded',
    },
    'artist',
  );
  // The picture shows what it has in common with the other four; without it the copy is like the works by B.
  const { isOwnFirst, precision } = judge(0, 'scan', [Float32Array.of(0.7, 0.5, -0.5, 0.1)]);
  expect(isOwnFirst).toBe(true);
  expect(precision?.own).toBe(0.4);
  expect(precision?.absent).toBe(0);
});

test('A print is asked in the form that is nearer to a work: its painting, or another if that is not there', () => {
  const artists = [...'AAAAA', ...'BBBBBBBBBBBB'];
  const [own, like, other] = [[1, 0, 0, 0], [0.7, 0, 0.714, 0], [0, 1, 0, 0]].map((values) => Float32Array.from(values)); // prettier-ignore
  const judge = judgeOf(
    {
      pictures: artists.map((artist, index) => ({
        file: `${index}`,
        path: `/${index}`,
        columns: { artist },
      })),
      embeddings: artists.flatMap(
        (artist, index) => (index === 0 ? own : artist === 'A' ? like : other) ?? [],
      ),
    },
    'artist',
  );
  const withDots = Float32Array.of(0, 0.9, 0, 0.436);
  const without = Float32Array.of(0.95, 0, 0, 0.312);
  expect(judge(0, 'print', [withDots])).toMatchObject({
    isOwnFirst: false,
    precision: { own: 0, absent: 0 },
  });
  const both = judge(0, 'print', [withDots, without]);
  expect(both).toMatchObject({ isOwnFirst: true, precision: { own: 0.4, absent: 0 } });
});

test('A near-duplicate of the picture is no hit and no rival', () => {
  const twins = pictures.map((picture, index) =>
    index === 1 ? { ...picture, columns: { ...picture.columns, phash: '0000000000000001' } } : picture,
  );
  const judged = judgeOf({ pictures: twins, embeddings }, 'artist')(0, 'scan', [
    Float32Array.of(0.8, 0.6, 0),
  ]);
  expect(judged.isOwnFirst).toBe(true);
  // Its twin was the only other work by Anna.
  expect(judged.precision).toBeNull();
});

test('Kinds are told apart', () => {
  const judge = judgeOf({ pictures, embeddings }, 'artist');
  const figures = figuresByKind([
    judge(0, 'scan', [Float32Array.of(1, 0, 0)]),
    judge(0, 'grey', [Float32Array.of(0, 0, 1)]),
    judge(4, 'scan', [Float32Array.of(0, 0, 1)]),
  ]);
  expect(figures.map(({ kind, queries, own_first }) => [kind, queries, own_first])).toEqual([
    ['scan', 2, 1],
    ['grey', 1, 0],
  ]);
});
