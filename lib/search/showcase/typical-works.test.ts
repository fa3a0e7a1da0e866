import { similaritiesOf } from './similarities';
import { typicalWorks } from './typical-works';

const works = similaritiesOf(
  [0, 10, 20, 90, 95].map((one) => Float32Array.of(Math.cos(one / 60), Math.sin(one / 60))),
);

test('the work in the middle stands for its group, and large groups come first', () => {
  const names = ['b', 'b', 'b', 'a', 'a'];
  expect(typicalWorks(works, names, { worksMin: 2, namesMax: 5 })).toEqual([
    { name: 'b', work: 1, works: 3 },
    { name: 'a', work: 3, works: 2 },
  ]);
  expect(typicalWorks(works, names, { worksMin: 3, namesMax: 5 })).toHaveLength(1);
  expect(typicalWorks(works, names, { worksMin: 1, namesMax: 1 })).toHaveLength(1);
});

test('works without a name are in no group', () => {
  expect(typicalWorks(works, [null, null, null, null, null], { worksMin: 1, namesMax: 5 })).toEqual([]);
});
