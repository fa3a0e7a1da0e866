import { spreadOut } from './daily-selection';

const works = ['Ada', 'Bea', 'Cleo', 'Dora', 'Eve', 'Fay'].flatMap((artist, i) =>
  ['sea', 'tree', 'cat', 'bridge', 'night', 'street'].map((subject, j) => ({
    id: `${i}${j}`,
    artist,
    subject,
  })),
);

test('neighbours are by different artists and of different subjects', () => {
  const wall = spreadOut(works, 24, 1);
  expect(wall).toHaveLength(24);
  expect(new Set(wall).size).toBe(24);
  wall.slice(1).forEach((work, i) => {
    expect(work.artist).not.toBe(wall[i]?.artist);
    expect(work.subject).not.toBe(wall[i]?.subject);
  });
});

test('a seed gives the same selection each time, another seed another', () => {
  expect(spreadOut(works, 12, 7)).toEqual(spreadOut(works, 12, 7));
  expect(spreadOut(works, 12, 7)).not.toEqual(spreadOut(works, 12, 8));
});

test('of a small collection all works are chosen', () => {
  expect(spreadOut(works.slice(0, 3), 24, 1)).toHaveLength(3);
  expect(spreadOut([], 24, 1)).toEqual([]);
});
