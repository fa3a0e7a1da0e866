import { evaluate } from './evaluation';
import type { ListedPicture } from './pictures/listed-pictures';
import { roundOfFold } from './rounds/rounds';

/** Pictures on a circle: the angle is all that the embedding knows, so every ranking can be worked out by hand. */
function round(pictures: readonly { degrees: number; columns: Record<string, string> }[]) {
  return {
    pictures: pictures.map(({ columns }, index): ListedPicture => ({
      file: `${index}.jpg`,
      path: `/${index}.jpg`,
      columns,
    })),
    embeddings: pictures.map(({ degrees }) => {
      const angle = (degrees * Math.PI) / 180;
      return Float32Array.of(Math.cos(angle), Math.sin(angle));
    }),
  };
}

const six = round([
  { degrees: 0, columns: { artist: 'A', movement: 'x', source: 'one:repo:1', phash: '0000000000000000' } },
  { degrees: 2, columns: { artist: 'A', movement: 'x', source: 'one:repo:2', phash: 'ffff000000000000' } },
  { degrees: 5, columns: { artist: 'B', movement: 'x', source: 'two:repo:3', phash: 'ffffffff00000000' } },
  { degrees: 90, columns: { artist: 'B', movement: 'y', source: 'two:repo:4', phash: 'ffffffffffff0000' } },
  { degrees: 95, columns: { artist: 'B', movement: 'y', source: 'one:repo:5', phash: 'ffffffffffffffff' } },
  { degrees: 180, columns: { artist: 'C', movement: 'y', source: 'two:repo:6', phash: '0f0f0f0f0f0f0f0f' } },
]);

describe('leave-one-out evaluation', () => {
  test('counts the first hits that are right, and leaves out the artist with one picture as a query', () => {
    const { all } = evaluate([six], 'artist');
    // Nearest: 0→1 right, 1→0 right, 2→1 wrong, 3→4 right, 4→3 right; picture 5 cannot be answered.
    expect(all.queries).toBe(5);
    expect(all.metrics.precision_at_1).toBeCloseTo(4 / 5, 12);
    expect(all.per_class_mean.precision_at_1).toBeCloseTo((1 + 2 / 3) / 2, 12);
    expect(all.chance).toBeCloseTo((2 * (1 / 5) + 3 * (2 / 5)) / 5, 12);
  });

  test('a near-duplicate is neither hit nor miss', () => {
    const copied = round(
      six.pictures.map(({ columns }, index) => ({
        degrees: [0, 2, 5, 90, 95, 180][index] ?? 0,
        columns: index === 1 ? { ...columns, phash: '0000000000000001' } : { ...columns },
      })),
    );
    const { all, near_duplicate_pairs } = evaluate([copied], 'artist');
    expect(near_duplicate_pairs).toBe(1);
    // Pictures 0 and 1 can no longer find each other, and A has nobody else.
    expect(all.queries).toBe(3);
  });

  test('separates hits of the own source family from hits of others', () => {
    const { within_source, across_sources } = evaluate([six], 'artist');
    expect(within_source?.queries).toBe(4);
    expect(across_sources?.queries).toBe(3);
  });

  test('judges movements too where there is such a column', () => {
    const { ndcg_at_10_by_movement, movement_confusion } = evaluate([six], 'artist');
    expect(ndcg_at_10_by_movement).toBeGreaterThan(0.9);
    expect(movement_confusion?.labels).toEqual(['x', 'y']);
  });

  test('asks with one fold among all pictures, or within the fold', () => {
    const inside = (index: number) => index >= 2;
    const among = (scope: 'all' | 'fold') =>
      evaluate([roundOfFold(six.pictures, six.embeddings, inside, scope)], 'artist').all;
    // Picture 2 finds 1 (wrong) among all; within the fold its nearest is 3 (right).
    expect(among('all').metrics.precision_at_1).toBeCloseTo(2 / 3, 12);
    expect(among('fold').metrics.precision_at_1).toBe(1);
  });

  test('says what is missing if there is only one class', () => {
    const same = round([0, 1, 2].map((degrees) => ({ degrees, columns: { artist: 'A' } })));
    expect(() => evaluate([same], 'artist')).toThrow('only "A"');
    const alone = round([0, 1, 2].map((degrees) => ({ degrees, columns: { artist: `A${degrees}` } })));
    expect(() => evaluate([alone], 'artist')).toThrow('No two pictures');
  });
});
