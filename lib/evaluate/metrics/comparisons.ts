import { toUnitLength } from '@/lib/vision/descriptor';
import { dot } from '@/lib/vision/dot';
import type { Embedding } from '@/lib/vision/embedding';
import { nearestOf, rankAll } from './rank-all';

/** Ways to compare reduced vectors. All but `dot` and `l2` begin by scaling them to length 1. */
export const comparisons = [
  'cosine',
  'dot',
  'l2',
  'csls',
  'query-expansion',
  'database-augmentation',
  'int8',
  'binary',
] as const;
export type Comparison = (typeof comparisons)[number];

/** Vectors whose dot product (asking · answering) ranks as the comparison does. */
export interface Compared {
  readonly queries: readonly Embedding[];
  readonly embeddings: readonly Embedding[];
  /** The asking form of a picture that is not among those that are searched. */
  readonly ask: (vector: Embedding) => Embedding;
}

/** Neighbours that CSLS averages over, and that expansion and augmentation add. */
const neighbours = { csls: 10, 'query-expansion': 5, 'database-augmentation': 10 } as const;
/** Neighbours count by cosine to this power (Radenović, Tolias & Chum 2019). */
const expansionPower = 3;

/**
 * - `csls`: hubs, which are near to everything, are moved away: 2·cos(q, c) − mean cosine of c to its 10 nearest
 *   (Conneau et al. 2018; the query's own term changes no order);
 * - `query-expansion`: the query plus its 5 nearest, α-weighted; `database-augmentation`: each work plus its 10
 *   (Turcot & Lowe 2009);
 * - `int8`, `binary`: what is left after rounding every value to 8 bits, or to its sign.
 *
 * @param vectors of the pictures that are searched among each other, not scaled to length 1
 */
export function compared(vectors: readonly Embedding[], comparison: Comparison): Compared {
  if (comparison === 'dot') return { queries: vectors, embeddings: vectors, ask: (vector) => vector };
  if (comparison === 'l2') return euclidean(vectors);
  const unit = vectors.map(unitLength);
  switch (comparison) {
    case 'cosine':
      return { queries: unit, embeddings: unit, ask: unitLength };
    case 'csls':
      return withoutHubs(unit);
    case 'query-expansion': {
      const depth = neighbours[comparison];
      const ask = (vector: Embedding) => {
        const own = unitLength(vector);
        return expanded(own, nearestOf(own, unit, { depth, allowed: () => true }), unit);
      };
      return { queries: allExpanded(unit, depth), embeddings: unit, ask };
    }
    case 'database-augmentation':
      return { queries: unit, embeddings: allExpanded(unit, neighbours[comparison]), ask: unitLength };
    case 'int8':
    case 'binary': {
      const round = comparison === 'int8' ? eightBits : signs;
      const rounded = unit.map(round);
      return { queries: rounded, embeddings: rounded, ask: (vector) => round(unitLength(vector)) };
    }
  }
}

function unitLength(vector: Embedding): Embedding {
  return toUnitLength(vector.slice());
}

/** −|q − c|² = 2·q·c − |c|² − |q|²; the last term is the same for all answers. */
function euclidean(vectors: readonly Embedding[]): Compared {
  const ask = (vector: Embedding) => extended(vector, 1);
  return {
    queries: vectors.map(ask),
    embeddings: vectors.map((vector) => extended(vector, -dot(vector, vector) / 2)),
    ask,
  };
}

function withoutHubs(unit: readonly Embedding[]): Compared {
  const nearest = rankAll(unit, { depth: neighbours.csls });
  const crowding = unit.map((vector, index) => {
    const near = nearest[index] ?? [];
    return near.reduce((sum, other) => sum + dot(vector, unit[other] ?? vector), 0) / (near.length || 1);
  });
  return {
    queries: unit.map((vector) => extended(vector, 1)),
    embeddings: unit.map((vector, index) => extended(vector, -(crowding[index] ?? 0) / 2)),
    ask: (vector) => extended(unitLength(vector), 1),
  };
}

function allExpanded(unit: readonly Embedding[], depth: number): Embedding[] {
  return rankAll(unit, { depth }).map((nearest, index) =>
    expanded(unit[index] ?? new Float32Array(), nearest, unit),
  );
}

function expanded(own: Embedding, nearest: readonly number[], unit: readonly Embedding[]): Embedding {
  const sum = own.slice();
  for (const neighbour of nearest) {
    const other = unit[neighbour] ?? own;
    const weight = Math.max(0, dot(own, other)) ** expansionPower;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (other[i] as number);
  }
  return toUnitLength(sum);
}

function eightBits(vector: Embedding): Embedding {
  const step = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127 || 1;
  return toUnitLength(vector.map((value) => Math.round(value / step)));
}

function signs(vector: Embedding): Embedding {
  return vector.map((value) => (value < 0 ? -1 : 1));
}

function extended(vector: Embedding, value: number): Embedding {
  const longer = new Float32Array(vector.length + 1);
  longer.set(vector);
  longer[vector.length] = value;
  return longer;
}
