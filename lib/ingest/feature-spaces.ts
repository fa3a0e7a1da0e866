import { inTransaction, type Database } from '@/lib/catalog/database';
import { liveSpaces, registerSpace, setLiveSpaces } from '@/lib/catalog/spaces.repository';
import { log } from '@/lib/platform/log';
import { type EmbeddingKind, embeddingKinds, type Embeddings } from '@/lib/vision/embedding';
import { type Vision } from '@/lib/vision/node/vision';
import { type SpacedVector } from '@/lib/catalog/embeddings.repository';

const ensured = new WeakMap<Database, WeakMap<Vision, Promise<void>>>();

async function registerAndPromote(db: Database, vision: Vision): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const live = await liveSpaces(transaction);
    for (const kind of embeddingKinds) await registerSpace(transaction, vision.spaces[kind]);
    const wanted = spaceIdsOf(vision);
    if (Object.keys(live).length === 0) return setLiveSpaces(transaction, wanted);
    for (const kind of embeddingKinds) {
      if (live[kind] !== wanted[kind])
        log.warn(
          { kind, live: live[kind] ?? null, wanted: wanted[kind] },
          'Searches are not answered from the space that new works go to: run gafu reindex',
        );
    }
  });
}

/** The spaces that a network and recipe embed in, by kind. */
export function spaceIdsOf({ spaces }: Pick<Vision, 'spaces'>): Record<EmbeddingKind, string> {
  return { style: spaces.style.id, content: spaces.content.id, palette: spaces.palette.id };
}

/**
 * Makes the spaces of this network and recipe known, and all of them live where none is yet. Spaces that come later
 * go live by `gafu reindex`: until it has embedded every work again, most have no embedding there. Once per pool.
 */
export function ensureSpaces(db: Database, vision: Vision): Promise<void> {
  const ofDatabase = ensured.get(db) ?? new WeakMap<Vision, Promise<void>>();
  ensured.set(db, ofDatabase);
  const known = ofDatabase.get(vision);
  if (known) return known;
  const ensuring = registerAndPromote(db, vision);
  ofDatabase.set(vision, ensuring);
  ensuring.catch(() => ofDatabase.delete(vision));
  return ensuring;
}

/** All embeddings of a picture, each with the space that it belongs to. */
export function spacedVectors(vision: Vision, embeddings: Embeddings): SpacedVector[] {
  return embeddingKinds.map((kind) => ({ spaceId: vision.spaces[kind].id, vector: embeddings[kind] }));
}
