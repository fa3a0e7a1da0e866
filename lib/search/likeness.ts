import { type Artwork } from '@/lib/catalog/artwork';
import { type Database } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { dot } from '@/lib/vision/dot';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { indexTerms, resolveQuery } from './resolve-query';
import { hitStrength, type HitStrength, type StrengthScales } from './strength/strength';

/** How alike two works are, in each kind in which both have been embedded. */
export interface Likeness {
  readonly works: readonly [Artwork, Artwork];
  readonly kinds: readonly {
    readonly kind: EmbeddingKind;
    readonly cosine: number;
    /** Null where nothing was measured to compare with. */
    readonly strength: HitStrength | null;
  }[];
  readonly scales: StrengthScales;
}

/**
 * Compares two works.
 * @throws Problem `not-found` or `gone` as `findReferences`; `invalid-request` for one work twice; `conflict` if they
 * cannot be compared in any kind
 */
export async function likeness(db: Database, ids: readonly [string, string]): Promise<Likeness> {
  if (ids[0] === ids[1])
    throw new Problem('invalid-request', `Both works are "${ids[0]}". Name two different works.`);
  const terms = ids.map((ref) => ({ kind: 'style' as const, ref, weight: 1 }));
  const resolved = await resolveQuery(db, { terms, filter: {}, page: 1 });
  const [one, other] = ids.map((id) => resolved.references.find(({ ref }) => ref === id)?.artwork);
  if (!one || !other)
    throw new Problem('invalid-request', 'Only works of the collection can be compared: give their ids.');
  const kinds = embeddingKinds.filter((kind) => resolved.network.spaces[kind] !== undefined);
  const compared = kinds.map((kind) => {
    const [a, b] = indexTerms(
      resolved,
      ids.map((ref) => ({ kind, ref, weight: 1 })),
    );
    const cosine = a && b ? dot(a.vector, b.vector) : 0;
    const strength = hitStrength([{ kind, weight: 1 }], { [kind]: cosine }, resolved.scales);
    return { kind, cosine, strength };
  });
  if (compared.length === 0) throw new Problem('conflict', 'No work has been embedded yet.');
  return { works: [one, other], kinds: compared, scales: resolved.scales };
}
