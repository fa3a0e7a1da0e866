import { composeDescriptor, statisticLength, toUnitLength } from './descriptor';

const plain = { statistic: 'gram', layers: ['a'], normalisation: 'none', unitLength: false } as const;

describe('a descriptor', () => {
  it('is the layers’ statistics one after the other', () => {
    expect([...composeDescriptor([Float32Array.of(1, -2), Float32Array.of(9)], plain)]).toEqual([1, -2, 9]);
  });

  it('takes the root of each value’s size and keeps its sign', () => {
    expect([
      ...composeDescriptor([Float32Array.of(4, -9, 0)], { ...plain, normalisation: 'signed-sqrt' }),
    ]).toEqual([2, -3, 0]);
  });

  it('has length 1 where the recipe says so, after the root', () => {
    const [a, b] = composeDescriptor([Float32Array.of(9, 16)], {
      ...plain,
      normalisation: 'signed-sqrt',
      unitLength: true,
    });
    expect([a, b]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
  });

  it('brings local moments together to those of the whole picture', () => {
    // Two channels in two places: values 1 and 3 around the first, 5 and 7 around the second; and 2 everywhere.
    const means = [4, 2];
    const deviations = [1, 0];
    const deviationsOfMeans = [2, 0];
    const moments = Float32Array.of(...means, ...deviations, ...deviationsOfMeans, 0, 0);
    const [mean, same, deviation, none] = composeDescriptor([moments], { ...plain, localMoments: 2 });
    expect([mean, same, none]).toEqual([4, 2, 0]);
    // Of 1, 3, 5 and 7.
    expect(deviation).toBeCloseTo(Math.sqrt(5), 6);
  });

  it('leaves the statistics as they were', () => {
    const part = Float32Array.of(4, 9);
    composeDescriptor([part], { ...plain, normalisation: 'signed-sqrt', unitLength: true });
    expect([...part]).toEqual([4, 9]);
  });

  it('stays zero where nothing was seen', () => {
    expect([...toUnitLength(new Float32Array(3))]).toEqual([0, 0, 0]);
  });

  it('has the article’s lengths for 128 channels', () => {
    expect([
      statisticLength('gram', 128),
      statisticLength('map', 128),
      statisticLength('mean-std', 128),
    ]).toEqual([8256, 8192, 256]);
  });
});
