import { type Database } from '@/lib/catalog/database';
import { countEmbeddings, findLiveSpaces } from '@/lib/catalog/spaces.repository';
import {
  findStrengths,
  sampleWorks,
  saveStrength,
  type StoredQuantiles,
  type StoredStrength,
} from '@/lib/catalog/strengths.repository';
import { isSamePicture } from '@/lib/images/same-picture';
import { type Space } from '@/lib/vision/space';
import { distributionOf } from './distribution';
import { groupsOf, samplePairs } from './pairs';
import { strengthLabels } from './strength';

/** What is drawn: enough that 20 pairs lie above the 99.9th percentile, few enough to take less than a second. */
export const strengthSample = { works: 2_000, pairs: 20_000 } as const;
/** Fewer labels than this, or fewer works that share one, do not stand for "one artist" at large. */
const sameLabelMin = { labels: 5, works: 50 } as const;
/** Measured again when the collection has grown or shrunk by this share, or after a day: labels are edited too. */
const changedShare = 0.2;
const maxAgeMs = 24 * 3600 * 1000;

/**
 * Measures how close the works of a space are to each other, at random and within a label, and stores it.
 * @returns null where there are not two works
 */
export async function measureStrength(
  db: Database,
  { id: spaceId, kind }: Pick<Space, 'id' | 'kind'>,
): Promise<StoredStrength | null> {
  const works = await countEmbeddings(db, spaceId);
  const sample = await sampleWorks(db, spaceId, strengthSample.works);
  const label = strengthLabels[kind];
  const labels = sample.map((work) => (label === null ? null : work[label]));
  const { random, same } = samplePairs(
    {
      vectors: sample.map(({ vector }) => vector),
      labels,
      isSamePicture: (a, b) => {
        const [first, second] = [sample[a]?.image, sample[b]?.image];
        return first !== undefined && second !== undefined && isSamePicture(first, second);
      },
    },
    strengthSample.pairs,
  );
  if (random.length === 0) return null;
  const groups = [...groupsOf(labels).values()].filter((group) => group.length > 1);
  const told =
    groups.length >= sameLabelMin.labels && groups.flat().length >= sameLabelMin.works && same.length > 0;
  const measuredAt = new Date();
  const strength = { spaceId, works, measuredAt, random: stored(random), same: told ? stored(same) : null };
  await saveStrength(db, strength);
  return strength;
}

/** Measures the live spaces whose collection is no longer the one that was measured. @returns how many were */
export async function refreshStrengths(db: Database, now = new Date()): Promise<number> {
  const spaces = Object.values(await findLiveSpaces(db));
  const known = await findStrengths(
    db,
    spaces.map(({ id }) => id),
  );
  let measured = 0;
  for (const space of spaces) {
    const last = known.find(({ spaceId }) => spaceId === space.id);
    const works = await countEmbeddings(db, space.id);
    const fresh =
      last !== undefined &&
      Math.abs(works - last.works) < changedShare * last.works &&
      now.getTime() - last.measuredAt.getTime() < maxAgeMs;
    if (!fresh && works > 1 && (await measureStrength(db, space)) !== null) measured++;
  }
  return measured;
}

function stored(cosines: readonly number[]): StoredQuantiles {
  const { count, quantiles } = distributionOf(cosines);
  return { pairs: count, quantiles };
}
