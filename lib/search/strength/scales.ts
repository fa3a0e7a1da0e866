import { type DatabaseClient } from '@/lib/catalog/database';
import {
  findStrengths,
  findStrengthSummaries,
  type StoredQuantiles,
  type StoredStrength,
} from '@/lib/catalog/strengths.repository';
import { processSingleton } from '@/lib/platform/process-singleton';
import { settings } from '@/lib/platform/settings';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { type LiveNetwork } from '../live-network';
import { type Distribution, sharesPercent } from './distribution';
import { type StrengthScale, strengthLabels, type StrengthScales } from './strength';
import { readShippedStrength, type ShippedStrength } from './strength-file';
import { weakLine } from './weak-line';

/** With fewer works than this, chance decides how close a collection's pairs are. */
export const collectionWorksMin = 50;

/** A scale, and what it was made from: while that is the same, so is the scale. */
interface HeldScale {
  readonly spaceId: string;
  /** Of the collection's own strengths, in ms; null if none are stored. */
  readonly measuredAtMs: number | null;
  readonly shipped: ShippedStrength | null;
  readonly scale: StrengthScale | null;
}

/**
 * What the hits in the live spaces are measured against: the collection's own pairs if there are enough works, else
 * those of the pictures that the recipe was measured on; nothing if there is neither.
 */
export async function strengthScales(
  db: DatabaseClient,
  { recipe, spaces }: Pick<LiveNetwork, 'recipe' | 'spaces'>,
  modelsDir = settings().modelsDir,
): Promise<StrengthScales> {
  const live = embeddingKinds.flatMap((kind) => spaces[kind] ?? []);
  const summaries = await findStrengthSummaries(
    db,
    live.map(({ id }) => id),
  );
  const scales: StrengthScales = {};
  for (const { kind, id: spaceId } of live) {
    const own = summaries.find((one) => one.spaceId === spaceId);
    const isComplete = own !== undefined && own.works >= collectionWorksMin && own.samePairs > 0;
    const shipped =
      isComplete || recipe === null ? null : await readShippedStrength(modelsDir, recipe, kind, spaceId);
    const scale = await heldScale(db, kind, {
      spaceId,
      measuredAtMs: own?.measuredAt.getTime() ?? null,
      shipped,
    });
    if (scale !== null) scales[kind] = scale;
  }
  return scales;
}

/** Makes a kind's scale, or takes the last one if it was made from the same. */
async function heldScale(
  db: DatabaseClient,
  kind: EmbeddingKind,
  from: Omit<HeldScale, 'scale'>,
): Promise<StrengthScale | null> {
  const held = processSingleton('strength-scales', () => new Map<EmbeddingKind, HeldScale>());
  const last = held.get(kind);
  const isSame =
    last?.spaceId === from.spaceId &&
    last.measuredAtMs === from.measuredAtMs &&
    last.shipped === from.shipped;
  if (isSame) return last.scale;
  const [own = null] = from.measuredAtMs === null ? [] : await findStrengths(db, [from.spaceId]);
  const scale = scaleOf(kind, own, from.shipped);
  // Measured again since the summary was read: then it is not known to belong to `from`.
  if ((own?.measuredAt.getTime() ?? null) === from.measuredAtMs) held.set(kind, { ...from, scale });
  return scale;
}

/** Chooses between the collection's own strengths and the shipped ones, and finds the line. Pure. */
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
    // A collection without labels takes the line of the shipped pictures, whose labels are known.
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
