import { type Artwork } from '@/lib/catalog/artwork';
import { findArtworks } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import { whileUnchanged } from '@/lib/catalog/unchanged';
import { findLiveNetwork } from '../live-network';
import { strengthScales } from '../strength/scales';
import { type HitStrength, hitStrength, type StrengthScale } from '../strength/strength';
import { type Overview, type OverviewPair, readOverview } from './overview';

/** What the home page shows of the collection on one day. */
export interface Showcase {
  /** The breadth of the collection, the broadest first; all works of a small one. */
  readonly wall: readonly Artwork[];
  /** Null if no two works are near enough in style and far enough apart. */
  readonly pair: ShowcasePair | null;
  readonly movements: readonly { readonly name: string; readonly artwork: Artwork }[];
}

/** Two works that are near in style, though much lies between them. */
export interface ShowcasePair {
  readonly artworks: readonly [Artwork, Artwork];
  /** Null: their subjects and movements differ, and not their time. */
  readonly yearsApart: number | null;
  /** How near they are, against the pairs of the collection; null if that has not been measured. */
  readonly strength: HitStrength | null;
  readonly scale: StrengthScale | null;
}

/** Closer than 99 % of pairs: what tiles call very close. */
const closestPercentile = 99;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * The same for everybody on a day. Read again after a change to the collection, and then only the works that are
 * shown: which those are is chosen anew by {@link heldOverview}.
 */
export async function showcase(db: Database, now = new Date()): Promise<Showcase> {
  const day = Math.floor(now.getTime() / dayMs);
  return whileUnchanged(db, `showcase ${day}`, async () => {
    const overview = await heldOverview(db, day);
    const [works, pair] = await Promise.all([
      findArtworks(db, [...overview.broadest, ...overview.movements.map(({ id }) => id)]),
      pairOf(db, overview, day),
    ]);
    const shown = works.filter(({ isPublic, state }) => isPublic && state === 'ready');
    const byId = new Map(shown.map((artwork) => [artwork.id, artwork]));
    return {
      wall: overview.broadest.flatMap((id) => byId.get(id) ?? []),
      pair,
      movements: overview.movements.flatMap(({ name, id }) => {
        const artwork = byId.get(id);
        return artwork ? [{ name, artwork }] : [];
      }),
    };
  });
}

/** The day's pair: another one than yesterday's, if there are two. */
async function pairOf(db: Database, { pairs }: Overview, day: number): Promise<ShowcasePair | null> {
  const network = await findLiveNetwork(db);
  const scales = await strengthScales(db, network);
  const strengthOf = ({ cosine }: OverviewPair) =>
    hitStrength([{ kind: 'style', weight: 1 }], { style: cosine }, scales);
  const strong = pairs.filter((pair) => strengthOf(pair)?.weak !== true);
  const closest = strong.filter((pair) => (strengthOf(pair)?.percentile ?? 0) >= closestPercentile);
  // One pair alone would be the same every day.
  const offered = closest.length > 1 ? closest : strong;
  const today = offered[day % offered.length];
  if (today === undefined) return null;
  const [one, other] = await findArtworks(db, today.ids);
  if (!one?.isPublic || !other?.isPublic) return null;
  const { yearsApart } = today;
  return {
    artworks: [one, other],
    yearsApart,
    strength: strengthOf(today),
    scale: scales.style ?? null,
  };
}

/** While works are being added one by one, a collection of many is not compared again for each. */
const heldMs = 60_000;
const manyWorks = 40;

interface Held {
  readonly day: number;
  readonly readAtMs: number;
  readonly overview: Promise<Overview>;
}

const heldOf = new WeakMap<Database, Held>();

async function heldOverview(db: Database, day: number): Promise<Overview> {
  const held = heldOf.get(db);
  if (held?.day === day && performance.now() - held.readAtMs < heldMs) {
    const overview = await held.overview.catch(() => null);
    if (overview !== null && overview.broadest.length >= manyWorks) return overview;
  }
  const overview = readOverview(db, day);
  heldOf.set(db, { day, readAtMs: performance.now(), overview });
  return overview;
}
