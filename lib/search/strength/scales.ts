import { type DatabaseClient } from '@/lib/catalog/database';
import { findStrengths, type StoredQuantiles, type StoredStrength } from '@/lib/catalog/strengths.repository';
import { settings } from '@/lib/platform/settings';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { type LiveNetwork } from '../live-network';
import { type Distribution, sharesPercent } from './distribution';
import { type StrengthScale, strengthLabels, type StrengthScales } from './strength';
import { readShippedStrength, type ShippedStrength } from './strength-file';
import { weakLine } from './weak-line';

/** Works from which on a collection is measured by itself. Below, chance decides how close its pairs are. */
export const collectionWorksMin = 50;

/**
 * What the hits of the live spaces are held against: the collection's own pairs where there are enough works, else
 * those of the pictures that the recipe was measured on; nothing where there is neither.
 */
export async function strengthScales(
  db: DatabaseClient,
  { recipe, spaces }: Pick<LiveNetwork, 'recipe' | 'spaces'>,
  modelsDir = settings().modelsDir,
): Promise<StrengthScales> {
  const stored = await findStrengths(
    db,
    Object.values(spaces).map(({ id }) => id),
  );
  const scales: StrengthScales = {};
  for (const kind of embeddingKinds) {
    const spaceId = spaces[kind]?.id;
    if (spaceId === undefined) continue;
    const own = stored.find((one) => one.spaceId === spaceId) ?? null;
    const tellsAll = own !== null && own.works >= collectionWorksMin && own.same !== null;
    const shipped =
      tellsAll || recipe === null ? null : await readShippedStrength(modelsDir, recipe, kind, spaceId);
    const scale = scaleOf(kind, own, shipped);
    if (scale !== null) scales[kind] = scale;
  }
  return scales;
}

/** Which of both holds, and where the line is. Pure. */
export function scaleOf(
  kind: EmbeddingKind,
  own: StoredStrength | null,
  shipped: ShippedStrength | null,
): StrengthScale | null {
  const label = strengthLabels[kind];
  const shippedLine = shipped && weakLine(shipped.random, shipped.same);
  const random = own !== null && own.works >= collectionWorksMin ? distribution(own.random) : null;
  if (own !== null && random !== null) {
    const same = own.same && distribution(own.same);
    // Without labels of its own, a collection's line is that of the pictures where labels are known.
    const line = same === null && shippedLine !== null ? shippedLine : weakLine(random, same);
    return { spaceId: own.spaceId, source: 'collection', random, same, label, line };
  }
  if (shipped === null || shippedLine === null) return null;
  const { space_id: spaceId, random: shippedRandom, same } = shipped;
  return { spaceId, source: 'shipped', random: shippedRandom, same, label, line: shippedLine };
}

/** Null for one stored by a version that kept other shares: it is measured again within a day. */
function distribution({ pairs, quantiles }: StoredQuantiles): Distribution | null {
  return quantiles.length === sharesPercent.length ? { count: pairs, quantiles } : null;
}
