import { evaluate } from '../evaluation';
import type { ListedPicture } from '../pictures/listed-pictures';
import { byWorks, figuresOf, movementsOf, sourcesOf } from './quality-figures';
import { sampleAnswers } from '../samples/sample-answers';

/** Pictures on a circle, so that every ranking can be worked out by hand. */
const at = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

const columns = [
  { artist: 'A', movement: 'x', source: 'one:repo:1' },
  { artist: 'A', movement: 'x', source: 'one:repo:2' },
  { artist: 'B', movement: 'x', source: 'two:repo:3' },
  { artist: 'B', movement: 'y', source: 'one:repo:4' },
];
const round = {
  pictures: columns.map((one, i): ListedPicture => ({ file: `${i}`, path: `/${i}`, columns: one })),
  embeddings: [0, 2, 5, 90].map(at),
};

test('figures of a label carry their interval and chance', () => {
  // Nearest: 0→1 right, 1→0 right, 2→1 wrong, 3→2 right.
  const figures = figuresOf('default', 'artist', evaluate([round], 'artist'));
  expect(figures).toMatchObject({ recipe: 'default', label: 'artist', queries: 4, classes: 2 });
  expect(figures.precision_at_1.value).toBeCloseTo(3 / 4, 12);
  expect(figures.chance).toBeCloseTo(1 / 3, 12);
  expect(figures.precision_at_1.low).toBeLessThanOrEqual(3 / 4);
  expect(figures.precision_at_1.high).toBeGreaterThanOrEqual(3 / 4);
});

test('hits within the source of a query are separated from those across sources', () => {
  const sources = sourcesOf(evaluate([round], 'artist'));
  // Within `one`, 0 and 1 find each other first and then 3: (1 + 1/2) / 2.
  expect(sources?.within).toMatchObject({ queries: 2, map_at_10: 0.75 });
  // Across, 2 finds 1, 0 and then 3: (0 + 0 + 1/3) / 3; 3 has 2 alone: 1.
  expect(sources?.across.queries).toBe(2);
  expect(sources?.across.map_at_10).toBeCloseTo((1 / 9 + 1) / 2, 12);
  const unknown = {
    ...round,
    pictures: round.pictures.map((one) => ({ ...one, columns: { artist: one.columns.artist ?? '' } })),
  };
  expect(sourcesOf(evaluate([unknown], 'artist'))).toBeNull();
});

test('a movement that only one work has is never a query', () => {
  const movements = movementsOf(evaluate([round], 'movement'));
  expect(movements?.labels).toEqual(['x']);
  expect(movements?.queries).toEqual([3]);
});

test('artists are grouped by how many of their works are queries', () => {
  const artist = (queries: number, map_at_10: number) => ({
    label: 'a',
    queries,
    precision_at_1: 0,
    map_at_10,
  });
  expect(byWorks([artist(2, 0.1), artist(5, 0.3), artist(16, 0.5), artist(90, 0.8)])).toEqual([
    { from: 2, to: 5, artists: 2, map_at_10: 0.2 },
    { from: 16, to: 50, artists: 1, map_at_10: 0.5 },
    { from: 51, to: null, artists: 1, map_at_10: 0.8 },
  ]);
});

test('the worst answered works of a collection are shown with their hits, one a painter', () => {
  const works = ['A', 'A', 'A', 'B', 'B', 'B'].map((artist, i) => ({
    file: `${i}`,
    title: `T${i}`,
    artist,
    subject: `S${i % 3}`,
  }));
  // Two of B lie among A; the third is alone.
  const answers = sampleAnswers({ works, embeddings: [0, 1, 3, 2, 5, 180].map(at) }, 'style');
  expect(answers.works).toBe(6);
  // All search among five others of which two are right, so all are equally wrong: the first of each painter.
  expect(answers.wrong.map(({ query }) => query.title)).toEqual(['T0', 'T3']);
  expect(answers.wrong[0]?.hits.map(({ title, right }) => `${title}${right ? '+' : '-'}`)).toEqual([
    'T1+',
    'T3-',
    'T2+',
    'T4-',
    'T5-',
  ]);
});
