import { candidatesOf, rankingLimits } from './rank-hits';

describe('how far graphs are walked', () => {
  const walkedFor = (worksPerShard: number) => candidatesOf(1, worksPerShard, rankingLimits).walked;

  test('grows with the works that match in a shard, up to what Elasticsearch allows', () => {
    expect(walkedFor(200_000)).toBe(Math.ceil(200_000 / rankingLimits.walked.worksForOne));
    expect(walkedFor(500_000)).toBe(10_000);
    expect(walkedFor(50_000_000)).toBe(10_000);
  });

  test('is enough for a page to the depth of graphs, however few match', () => {
    const few = candidatesOf(1, 30_000, rankingLimits);
    expect(few.kept).toBeGreaterThanOrEqual(rankingLimits.approximateDepth);
    expect(few.walked).toBe(rankingLimits.walked.min);
  });

  test('keeps more of each kind for a blend, never more than are walked', () => {
    const ofOneKind = candidatesOf(1, 500_000, rankingLimits);
    const ofBlend = candidatesOf(2, 500_000, rankingLimits);
    expect(ofBlend.kept).toBeGreaterThan(10 * ofOneKind.kept);
    const walked = { worksForOne: 35, min: 100, max: 500 };
    expect(candidatesOf(2, 500_000, { ...rankingLimits, walked }).kept).toBe(500);
  });
});
