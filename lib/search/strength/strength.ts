import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { isPickedPalette } from '../question/picked-palette';
import { type QueryTerm } from '../question/term';
import { type Distribution, shareBelow } from './distribution';
import { type WeakLine } from './weak-line';

/** What says in each kind that two works belong together; null where nothing does. */
export const strengthLabels = {
  style: 'artist',
  content: 'subject',
  palette: null,
} as const satisfies Record<EmbeddingKind, string | null>;
export type StrengthLabel = NonNullable<(typeof strengthLabels)[EmbeddingKind]>;

/** Against what the hits of one space are held. */
export interface StrengthScale {
  readonly spaceId: string;
  /** `collection`: pairs of works of this collection. `shipped`: of the pictures that the recipe was measured on. */
  readonly source: 'collection' | 'shipped';
  readonly random: Distribution;
  /** Null where too few works have a label. */
  readonly same: Distribution | null;
  readonly label: StrengthLabel | null;
  readonly line: WeakLine;
}

export type StrengthScales = Partial<Record<EmbeddingKind, StrengthScale>>;

/** How close a hit is, against how close works are to each other anyway. */
export interface HitStrength {
  /** The share of random pairs that are further apart, in %: 99.7 is "closer than 99.7 % of pairs". */
  readonly percentile: number;
  /** Under the line: see {@link WeakLine}. */
  readonly weak: boolean;
}

/** A wish as far as strength depends on it. A vector that a client has computed has no ref. */
export type MeasuredTerm = Pick<QueryTerm, 'kind' | 'weight'> & Partial<Pick<QueryTerm, 'ref'>>;

/**
 * A hit's strength. A blend of one style and one content is as strong as the weaker of the two, because both were
 * asked for. Null for a query that asks to be far from a picture, or near several in one kind: a mean of cosines
 * has no pairs to be held against; and for a palette picked by hand, which is purer than any picture's. Null, too,
 * where a space has no scale.
 * @param cosines the hit's cosine for each kind asked for
 */
export function hitStrength(
  terms: readonly MeasuredTerm[],
  cosines: Partial<Record<EmbeddingKind, number>>,
  scales: StrengthScales,
): HitStrength | null {
  const kinds = embeddingKinds.filter((kind) => terms.some((term) => term.kind === kind));
  if (kinds.length !== terms.length || terms.some(({ weight }) => weight < 0)) return null;
  if (terms.some(({ ref = '' }) => isPickedPalette(ref))) return null;
  const strengths = kinds.flatMap((kind) => kindStrength(cosines[kind], scales[kind]) ?? []);
  if (strengths.length === 0 || strengths.length < kinds.length) return null;
  return {
    percentile: Math.min(...strengths.map(({ percentile }) => percentile)),
    weak: strengths.some(({ weak }) => weak),
  };
}

/**
 * Where the line is drawn in a list that goes on downwards: behind its last hit that is not weak. Null when no hit
 * follows there, or when a strength is not known.
 */
export function weakFrom(strengths: readonly (HitStrength | null)[]): number | null {
  if (strengths.some((strength) => strength === null)) return null;
  const from = strengths.findLastIndex((strength) => strength !== null && !strength.weak) + 1;
  return from < strengths.length ? from : null;
}

function kindStrength(cosine: number | undefined, scale: StrengthScale | undefined): HitStrength | null {
  if (cosine === undefined || scale === undefined) return null;
  return { percentile: 100 * shareBelow(scale.random, cosine), weak: cosine < scale.line.cosine };
}
