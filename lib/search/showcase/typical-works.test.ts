import { similaritiesOf } from './similarities';
import { typicalWorks } from './typical-works';

const works = () =>
  similaritiesOf([0, 10, 20, 90, 95].map((one) => Float32Array.of(Math.cos(one / 60), Math.sin(one / 60))));

test('the work in the middle stands for its group, and large groups come first', async () => {
  const names = ['b', 'b', 'b', 'a', 'a'];
  const compared = await works();
  expect(typicalWorks(compared, names, { worksMin: 2, namesMax: 5 })).toEqual([
    { name: 'b', work: 1, works: 3 },
    { name: 'a', work: 3, works: 2 },
  ]);
  expect(typicalWorks(compared, names, { worksMin: 3, namesMax: 5 })).toHaveLength(1);
  expect(typicalWorks(compared, names, { worksMin: 1, namesMax: 1 })).toHaveLength(1);
});

test('works without a name are in no group', async () => {
  expect(typicalWorks(await works(), [null, null, null, null, null], { worksMin: 1, namesMax: 5 })).toEqual(
    [],
  );
});
