import { type ComparedWork, comparedWorks } from '@/lib/catalog/embeddings.repository';
import { type Database } from '@/lib/catalog/database';
import { liveSpaces } from '@/lib/catalog/spaces.repository';
import { broadestWorks } from './breadth';
import { distantPairs } from './distant-pairs';
import { similaritiesOf } from './similarities';
import { typicalWorks } from './typical-works';

/** What a home page can show of a collection, as ids of works. */
export interface Overview {
  /** The broadest first; another selection each day. */
  readonly broadest: readonly string[];
  /** The nearest first. */
  readonly pairs: readonly OverviewPair[];
  /** The most frequent movements, each with the work that is most like its others. */
  readonly movements: readonly { readonly name: string; readonly id: string }[];
}

export interface OverviewPair {
  readonly ids: readonly [string, string];
  /** In style. */
  readonly cosine: number;
  readonly yearsApart: number | null;
}

/** Of a larger collection so many works stand for all: each is compared with each. */
const comparedMax = 1200;
const broadestMax = 40;
const pairsMax = 30;
const movementsOf = { worksMin: 3, namesMax: 8 } as const;

/** Compares the works of the collection in style; nothing while none has been embedded. */
export async function readOverview(db: Database, day: number): Promise<Overview> {
  const { style } = await liveSpaces(db);
  return style === undefined
    ? overviewOf([], day)
    : overviewOf(await comparedWorks(db, style, comparedMax), day);
}

/** @param day chooses among the works that a wall could show */
async function overviewOf(works: readonly ComparedWork[], day: number): Promise<Overview> {
  const similarities = await similaritiesOf(works.map(({ vector }) => vector));
  const idOf = (work: number) => works[work]?.id ?? '';
  const artists = works.map(({ artist }) => artist);
  const movements = works.map(({ movement }) => movement);
  const broadest = await broadestWorks(similarities, artists, candidatesOf(works, day), broadestMax);
  const pairs = await distantPairs(similarities, works, pairsMax);
  return {
    broadest: broadest.map(idOf),
    pairs: pairs.map(({ works: [one, other], cosine, yearsApart }) => ({
      ids: [idOf(one), idOf(other)],
      cosine,
      yearsApart,
    })),
    movements: typicalWorks(similarities, movements, movementsOf).map(({ name, work }) => ({
      name,
      id: idOf(work),
    })),
  };
}

/** Half of the works, another half each day; all of them if there are not enough to leave some out. */
function candidatesOf(works: readonly ComparedWork[], day: number): readonly number[] {
  const all = [...works.keys()];
  if (works.length < 4 * broadestMax) return all;
  return all.filter((work) => fnv1a(`${day} ${works[work]?.id}`) % 2 === 0);
}

/** FNV-1a, 32 bits: an order without a pattern, the same for the same text. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
