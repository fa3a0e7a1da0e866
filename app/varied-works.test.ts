import { spreadOut } from './varied-works';

const works = ['Ada', 'Bea', 'Cleo', 'Dora', 'Eve', 'Fay'].flatMap((artist, i) =>
  ['sea', 'tree', 'cat', 'bridge', 'night', 'street'].map((subject, j) => ({
    id: `${i}${j}`,
    artist,
    subject,
  })),
);

test('neighbours on the wall are of different artists and subjects', () => {
  const wall = spreadOut(works, 24, 1);
  expect(wall).toHaveLength(24);
  expect(new Set(wall).size).toBe(24);
  wall.slice(1).forEach((work, i) => {
    expect(work.artist).not.toBe(wall[i]?.artist);
    expect(work.subject).not.toBe(wall[i]?.subject);
  });
});

test('the same day hangs the same wall, another day another', () => {
  expect(spreadOut(works, 12, 7)).toEqual(spreadOut(works, 12, 7));
  expect(spreadOut(works, 12, 7)).not.toEqual(spreadOut(works, 12, 8));
});

test('a small collection hangs whole', () => {
  expect(spreadOut(works.slice(0, 3), 24, 1)).toHaveLength(3);
  expect(spreadOut([], 24, 1)).toEqual([]);
});
