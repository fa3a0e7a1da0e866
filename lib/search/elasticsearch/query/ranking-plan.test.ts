import { candidatesOf, rankingLimits } from './ranking-plan';

describe('how far graphs are walked', () => {
  const numCandidatesFor = (worksPerShard: number) =>
    candidatesOf(1, worksPerShard, rankingLimits).numCandidates;

  test('grows with the works that match in a shard, up to what Elasticsearch allows', () => {
    // One in 35.
    expect(numCandidatesFor(200_000)).toBe(5_715);
    expect(numCandidatesFor(500_000)).toBe(10_000);
    expect(numCandidatesFor(50_000_000)).toBe(10_000);
  });

  test('is enough for every page that graphs answer, however few works match', () => {
    const few = candidatesOf(1, 30_000, rankingLimits);
    expect(few.k).toBeGreaterThanOrEqual(rankingLimits.approximateDepth);
    expect(few.numCandidates).toBe(rankingLimits.numCandidates.min);
  });

  test('keeps more of each kind for a blend, never more than are examined', () => {
    const ofOneKind = candidatesOf(1, 500_000, rankingLimits);
    const ofBlend = candidatesOf(2, 500_000, rankingLimits);
    expect(ofBlend.k).toBeGreaterThan(10 * ofOneKind.k);
    const numCandidates = { worksPerCandidate: 35, min: 100, max: 500 };
    expect(candidatesOf(2, 500_000, { ...rankingLimits, numCandidates }).k).toBe(500);
  });
});
