import { type Database } from '@/lib/catalog/database';
import { findEmbeddings, type PictureEmbedding } from '@/lib/catalog/embeddings.repository';
import { findQueryEmbeddings } from '@/lib/catalog/queries.repository';
import { Problem } from '@/lib/platform/problem';
import { timed } from '@/lib/platform/stage';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { findLiveNetwork, type LiveNetwork } from './live-network';
import { canonicalQuery, type SearchQuery } from './query';
import { isUploadRef, pictureKey, type QueryTerm } from './question/term';
import { type Detail } from './question/detail';
import { pickedPaletteEmbedding } from './picked-palette-embedding';
import { findReferences, type SearchReference } from './references';
import { type IndexTerm } from './search-index';
import { strengthScales } from './strength/scales';
import { type StrengthScales } from './strength/strength';

/** All that the catalogue knows about a query: with it an index can be asked in any kind, without reading it again. */
export interface ResolvedQuery {
  /** Canonical. */
  readonly query: SearchQuery;
  readonly references: readonly SearchReference[];
  readonly network: LiveNetwork;
  readonly scales: StrengthScales;
  /** Of the references, in all live spaces; of a picture that was not embedded in a space, none there. */
  readonly embeddings: readonly PictureEmbedding[];
}

/**
 * Reads what a query refers to: its pictures, the live spaces, the pictures' vectors there, and the scales that
 * strengths are measured against.
 * @param known the references, if the caller has them
 * @throws Problem `not-found` or `gone` as {@link findReferences}
 */
export async function resolveQuery(
  db: Database,
  query: SearchQuery,
  known?: readonly SearchReference[],
): Promise<ResolvedQuery> {
  return timed('references', async () => {
    const [references, network] = await Promise.all([
      known ?? findReferences(db, query.terms),
      findLiveNetwork(db),
    ]);
    const [embeddings, scales] = await Promise.all([
      readEmbeddings(db, references, network),
      strengthScales(db, network),
    ]);
    return { query: canonicalQuery(query), references, network, scales, embeddings };
  });
}

/**
 * Gives terms of a resolved query's pictures their vectors in the live spaces.
 * @throws Problem `conflict` if a picture has none in the space: it was not embedded yet, or by another network.
 */
export function indexTerms(resolved: ResolvedQuery, terms: readonly QueryTerm[]): readonly IndexTerm[] {
  return terms.map((term) => {
    const { kind, weight } = term;
    const key = pictureKey(term);
    const spaceId = resolved.network.spaces[kind]?.id;
    if (spaceId === undefined)
      throw new Problem(
        'conflict',
        `Nothing can be searched by ${kind} yet: no work has been embedded for it.`,
        { code: 'nothing-embedded' },
      );
    const found = resolved.embeddings.find((one) => one.pictureId === key && one.spaceId === spaceId);
    if (!found) throw withoutEmbedding(kind, term.ref, resolved.references);
    return { kind, spaceId, vector: found.vector, weight };
  });
}

/** Of each reference in the live spaces; `pictureId` is its key. */
async function readEmbeddings(
  db: Database,
  references: readonly SearchReference[],
  { spaces }: LiveNetwork,
): Promise<readonly PictureEmbedding[]> {
  const spaceIds = Object.values(spaces).map(({ id }) => id);
  const whole = references.filter(({ detail, colours }) => detail === null && colours === null);
  const refs = whole.map(({ ref }) => ref);
  const uploads = refs.filter(isUploadRef);
  const works = refs.filter((ref) => !isUploadRef(ref));
  const found = await Promise.all([
    works.length > 0 ? findEmbeddings(db, works, spaceIds) : [],
    uploads.length > 0 ? findQueryEmbeddings(db, uploads, spaceIds) : [],
    ...references.map(async (reference) => {
      const { key, detail, colours } = reference;
      if (detail) return embedDetail(reference, detail);
      return colours && spaces.palette
        ? [{ pictureId: key, spaceId: spaces.palette.id, vector: pickedPaletteEmbedding(colours) }]
        : [];
    }),
  ]);
  return found.flat();
}

/** The code that embeds is loaded when a detail is searched with, not by every page and the proxy. */
async function embedDetail(reference: SearchReference, detail: Detail): Promise<readonly PictureEmbedding[]> {
  const { detailEmbeddings } = await import('./details/detail-embeddings');
  return detailEmbeddings(reference, detail);
}

function withoutEmbedding(kind: EmbeddingKind, ref: string, references: readonly SearchReference[]): Problem {
  const artwork = references.find((reference) => reference.ref === ref)?.artwork;
  if (!artwork)
    return new Problem(
      'conflict',
      `The uploaded picture "${ref}" was embedded by a network that has been replaced. Upload it again.`,
      { code: 'network-replaced', ref, kind },
    );
  if (artwork.state === 'failed')
    return new Problem(
      'conflict',
      `"${artwork.title}" cannot be searched with: ${artwork.failure ?? 'its features could not be made'}.`,
      { code: 'work-failed', ref, kind },
    );
  return new Problem('conflict', `"${artwork.title}" has not been embedded yet. Try again in a moment.`, {
    code: 'work-pending',
    ref,
    kind,
    state: artwork.state,
  });
}
